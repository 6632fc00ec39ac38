import { checkKey, wrongKey } from '@/lib/api-key/check-key';
import type { KnownKey } from '@/lib/api-key/key-table';
import { findTarget, type KeyTarget } from '@/lib/api-key/key-target';
import { limitSending } from '@/lib/api-key/limits';
import { problem } from '@/lib/problem';
import type { DatasourceRef } from '@/lib/telemetry/message';
import { headerText } from './header-text';
import type { Intake } from './intake';

/** A header in which a request may name its datasource, by id or name, for keys that reach several. */
const NAMING_HEADER = 'x-datasource';

/**
 * Who sends, and which datasource is meant: noted in the intake, the datasource answered. No promise while the key is
 * known (and the name, with a key of several).
 * @throws Problem `unauthorized`, `address_not_allowed`, `insufficient_scope`, `too_many_requests`, `datasource_unnamed`,
 * `not_found`, `unavailable`
 */
export function identify(intake: Intake): DatasourceRef | Promise<DatasourceRef> {
  const { request, endpoint, target } = intake;
  const text = endpoint.key(request, target);
  if (text === undefined) throw problem('unauthorized', { detail: 'No API key was sent.' });
  const key = checkKey(text, 'ingest', request.address, intake.startedAt);
  return key instanceof Promise ? key.then((known) => settle(intake, known)) : settle(intake, key);
}

function settle(intake: Intake, key: KnownKey): DatasourceRef | Promise<DatasourceRef> {
  const { request, target } = intake;
  intake.key = key;
  const sole = key.datasource;
  intake.datasource = sole;
  limitSending(key.sending, intake.startedAt);
  const said = headerText(request.header(NAMING_HEADER));
  const named = target.isLoose ? (said ?? target.datasource) : (target.datasource ?? said);
  if (sole) {
    // A name that the protocol insists on (`bucket`) says nothing that a key of one datasource does not say better.
    const isIdle = target.isLoose && said === undefined && key.isOfDatasource;
    if (named === undefined || named === sole.id || isIdle) return sole;
    intake.datasource = undefined;
  } else if (named === undefined) {
    throw problem('datasource_unnamed', {
      detail: 'The API key reaches several datasources, and the request names none.',
    });
  }
  const found = findTarget(key, named);
  return found instanceof Promise
    ? found.then((late) => meant(intake, key, late))
    : meant(intake, key, found);
}

function meant(intake: Intake, key: KnownKey, found: KeyTarget | undefined): DatasourceRef {
  if (!found) {
    throw key.isOfDatasource
      ? wrongKey('The API key does not belong to the datasource that the request names.')
      : problem('not_found', { detail: 'The API key reaches no datasource of that id or name.' });
  }
  if (!found.datasource)
    throw problem('datasource_unnamed', {
      detail: 'The API key reaches several datasources of that name. Name the one that is meant by its id.',
    });
  intake.datasource = found.datasource;
  return found.datasource;
}
