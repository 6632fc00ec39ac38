import type { Caller } from '@/lib/auth/caller';
import { findDatasource } from '@/lib/datasource/find-datasource';
import { env } from '@/lib/env';
import { storedFieldRules } from '@/lib/field-rules/stored-field-rules';
import { findEndpoint } from '@/lib/ingest/endpoint/registry';
import { adviceFor } from './advice';
import { correctAttempt, type Tried, tryAttempt } from './correction/correct-attempt';
import type { Attempt } from './correction/correction';
import { getRequest } from './get-request';
import { keepMessages } from './keep-messages';
import type { Checked, CheckOutcome, Replay, RequestDetail } from './schema';
import { splitTarget } from './split-target';

/**
 * What would become of a kept request, as it was or as somebody edits it: everything that ingest does is done but
 * storing. With it, how it can be made one that is accepted.
 */
export async function checkRequest(
  caller: Caller,
  datasourceId: string,
  id: string,
  given: Replay,
): Promise<Checked> {
  const { number, workspaceId, fieldRules } = await findDatasource(caller, datasourceId, 'datasource:read');
  const request = await getRequest(caller, datasourceId, id);
  const { INGEST_BODY_BYTES_MAX: bytesMax, INGEST_REQUESTS_PER_SECOND: perSecond } = env();
  const advice = adviceFor({ request, bytesMax, perSecond });
  const attempt = attemptOf(request, given, datasourceId);
  if (!attempt) return { outcome: asItWas(request), correction: null, advice };
  const datasource = { id: datasourceId, number, workspaceId };
  const rules = storedFieldRules(fieldRules);
  const tried = await tryAttempt(attempt, datasource, rules);
  const corrected = await correctAttempt(attempt, datasource, rules);
  return {
    outcome: outcomeOf(tried),
    correction:
      corrected.steps.length === 0
        ? null
        : {
            steps: corrected.steps,
            body: corrected.attempt.body.toString('base64'),
            contentType: corrected.attempt.contentType ?? null,
            query: corrected.attempt.query,
            outcome: outcomeOf(corrected.tried),
          },
    advice,
  };
}

/** Undefined: what came is not there to be tried. */
function attemptOf(request: RequestDetail, given: Replay, datasourceId: string): Attempt | undefined {
  const base64 = given.body ?? (request.isTruncated ? null : request.body);
  const { path, query } = splitTarget(request.target ?? `/api/ingest/${datasourceId}`);
  const found = findEndpoint(path, query);
  if (base64 === null || !found) return undefined;
  const headers = new Map(request.headers);
  return {
    endpoint: found.endpoint,
    body: Buffer.from(base64, 'base64'),
    contentType:
      (given.contentType === undefined ? headers.get('content-type') : given.contentType) ?? undefined,
    query: given.query ?? query,
    header: (name) => headers.get(name),
    arrivedMs: given.body === undefined ? Date.parse(request.at) : Date.now(),
    aheadSecondsMax: env().INGEST_FUTURE_SECONDS_MAX,
  };
}

const outcomeOf = ({ refusal, messages, format }: Tried): CheckOutcome => ({
  refusal: refusal
    ? {
        status: refusal.status,
        code: refusal.code,
        detail: refusal.message,
        errors: refusal.options.errors ?? [],
      }
    : null,
  format: format?.kind ?? null,
  messages: messages.length,
  readings: messages.reduce((sum, { keys }) => sum + keys.length, 0),
  read: keepMessages(messages),
});

const asItWas = ({
  status,
  code,
  detail,
  errors,
  format,
  messages,
  readings,
  read,
}: RequestDetail): CheckOutcome => ({
  refusal: code === null ? null : { status, code, detail: detail ?? '', errors },
  format,
  messages,
  readings,
  read: read ?? [],
});
