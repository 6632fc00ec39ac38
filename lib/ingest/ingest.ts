import { noteKeyUse } from '@/lib/api-key/key-uses';
import { lowLimitHeaders } from '@/lib/api-key/limits';
import { isDatabaseAway } from '@/lib/database-away';
import { fieldRulesOf } from '@/lib/field-rules/field-rules-of';
import { wantsSample } from '@/lib/inspector/sampling';
import { log } from '@/lib/log';
import { Problem, problem } from '@/lib/problem';
import type { DatasourceRef } from '@/lib/telemetry/message';
import { chooseFormat } from './choose-format';
import type { Taken } from './endpoint/endpoint';
import type { FoundEndpoint } from './endpoint/registry';
import { identify } from './identify';
import { inspect, readForInspector } from './inspect';
import { Intake } from './intake';
import type { IngestAnswer, IngestRequest } from './request';
import { takeBody } from './take-body';

/**
 * Takes the readings of one request, whole or not at all, in this order: who, how much, parse, check, store. The
 * answer is given after the commit, in the words of the endpoint. Never throws. The rules: SPEC.md.
 */
export const ingest = (request: IngestRequest, { endpoint, target }: FoundEndpoint): Promise<IngestAnswer> =>
  take(new Intake(request, endpoint, target));

/** The same on behalf of a member, who needs no key: what comes behind it is as with any other request. */
export async function ingestAsMember(
  request: IngestRequest,
  { endpoint, target }: FoundEndpoint,
  { datasource, replayOf }: { datasource: DatasourceRef; replayOf?: string },
): Promise<{ answer: IngestAnswer; taken: Taken | undefined; refusal: Problem | undefined }> {
  const intake = new Intake(request, endpoint, target);
  intake.datasource = datasource;
  intake.replayOf = replayOf;
  const answer = await take(intake);
  return { answer, taken: intake.taken, refusal: intake.refusal };
}

async function take(intake: Intake): Promise<IngestAnswer> {
  const { request, endpoint, target } = intake;
  try {
    const other = endpoint.other?.(request, target);
    if (other) return await other;
    if (request.method !== 'POST') throw methodNotAllowed(request.method);
    const sender = intake.datasource ?? identify(intake);
    const datasource = sender instanceof Promise ? await sender : sender;
    const rules = fieldRulesOf(datasource.id);
    intake.rules = rules instanceof Promise ? await rules : rules;
    const format = chooseFormat(endpoint.formats, request.header('content-type'));
    intake.format = format;
    const taken = await takeBody(intake, datasource, format);
    intake.taken = taken;
    if (intake.key) noteKeyUse(intake.key, request.address, request.header('user-agent'));
    let answer = endpoint.taken(taken, request);
    if (intake.isReplayed) answer = withHeaders(answer, { 'idempotent-replayed': 'true' });
    // What a member sends from the pages is looked for there at once.
    if (!intake.key || wantsSample(datasource.id, intake.arrivedMs)) inspect(intake, answer);
    const low = intake.key && lowLimitHeaders(intake.key.sending);
    return low ? withHeaders(answer, low) : answer;
  } catch (error) {
    if (error instanceof Problem && error.code === 'unsupported_media_type') await readForInspector(intake);
    return refuse(intake, error);
  }
}

const withHeaders = (answer: IngestAnswer, headers: Record<string, string>): IngestAnswer => ({
  ...answer,
  headers: { ...answer.headers, ...headers },
});

function methodNotAllowed(method: string): Problem {
  return problem('method_not_allowed', {
    detail: `Readings are sent with POST, not with ${method.slice(0, 10)}.`,
    headers: { allow: 'POST' },
  });
}

function refuse(intake: Intake, error: unknown): IngestAnswer {
  const { request, endpoint } = intake;
  const refusal = asProblem(error);
  intake.refusal = refusal;
  if (refusal.code === 'internal') {
    log().error({ err: refusal.options.cause, requestId: request.requestId }, 'ingest failed');
  }
  const answer = endpoint.refused(refusal, request);
  if (refusal.status < 500 && request.method === 'POST') inspect(intake, answer);
  return answer;
}

function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  return isDatabaseAway(error)
    ? problem('unavailable', { retryAfterSeconds: 2, cause: error })
    : problem('internal', { cause: error });
}
