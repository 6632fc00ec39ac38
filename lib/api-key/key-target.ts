import { pool } from '@/lib/database';
import { sharedOnce } from '@/lib/shared-state';
import type { DatasourceRef } from '@/lib/telemetry/message';
import { FreshCache } from './fresh-cache';
import type { KnownKey } from './key-table';

/** The datasource that is meant; undefined: it reaches several of that name. */
export type KeyTarget = { datasource: DatasourceRef | undefined };

const ENTRIES_MAX = 20_000;
/** As soon as this after a datasource was made, or got its name, it is found. */
const ABSENT_MS_MAX = 1_000;
/** Whoever tries names at random costs twenty queries a second. */
const QUERIES_PER_SECOND = 20;
const NAME_LENGTH_MAX = 200;
/** Neither ids of keys nor what a header can hold have it. */
const SEPARATOR = '\n';

const targets = sharedOnce(
  'key-targets',
  () =>
    new FreshCache<KeyTarget>({
      load: loadTargets,
      absentMsMax: ABSENT_MS_MAX,
      entriesMax: ENTRIES_MAX,
      queriesPerSecond: QUERIES_PER_SECOND,
    }),
);

/** The datasource of a key's that an id or a name means; undefined: the key reaches none of that name. */
export function findTarget(
  key: KnownKey,
  named: string,
): KeyTarget | undefined | Promise<KeyTarget | undefined> {
  // No datasource is named so, and PostgreSQL would not even be asked.
  if (named.length > NAME_LENGTH_MAX || named.includes('\0')) return undefined;
  const name = key.id + SEPARATOR + named;
  const found = targets().find(name);
  return found === null ? targets().ask(name) : found;
}

/** Datasources or what keys reach were changed. */
export function forgetTargets(): void {
  targets().distrust();
}

type Row = { position: number; id: string; number: number; workspace_id: string };

async function loadTargets(names: readonly string[]): Promise<Map<string, KeyTarget>> {
  const cuts = names.map((name) => name.indexOf(SEPARATOR));
  const { rows } = await pool().query<Row>({
    name: 'find-key-targets',
    // An id comes before a name: another datasource may have been given the id as its name.
    text: `select u.position::int, d.id, d.number, d.workspace_id
             from unnest($1::text[], $2::text[]) with ordinality as u(key_id, named, position)
             join api_key k on k.id = u.key_id
             join datasource d on d.workspace_id = k.workspace_id and (d.id = u.named or d.name = u.named
              and not exists (select from datasource e where e.id = u.named and e.workspace_id = k.workspace_id))
            where k.scope = 'workspace' or d.id = k.datasource_id
               or exists (select from api_key_datasource s where s.key_id = k.id and s.datasource_id = d.id)`,
    values: [
      names.map((name, i) => name.slice(0, cuts[i])),
      names.map((name, i) => name.slice((cuts[i] ?? 0) + SEPARATOR.length)),
    ],
  });
  const found = new Map<string, KeyTarget>();
  for (const { position, id, number, workspace_id: workspaceId } of rows) {
    const name = names[position - 1] ?? '';
    found.set(name, { datasource: found.has(name) ? undefined : { id, number, workspaceId } });
  }
  return found;
}
