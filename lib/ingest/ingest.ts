import { noteKeyUse } from '@/lib/api-key/key-cache';
import { isDatabaseAway } from '@/lib/database-away';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { Problem, problem } from '@/lib/problem';
import { chooseFormat } from './choose-format';
import type { FoundEndpoint } from './endpoint/registry';
import { identify } from './identify';
import { Intake } from './intake';
import { limitKey } from './rate-limit';
import { readWholeBody } from './read-whole-body';
import { recordRefusal } from './record-refusal';
import type { IngestAnswer, IngestRequest } from './request';
import { readMessages, storeMessages } from './take-messages';

/**
 * Takes the readings of one request, whole or not at all, in this order: who, how much, parse, check, store. The
 * answer is given after the commit, in the words of the endpoint. Never throws. The rules: SPEC.md.
 */
export async function ingest(
  request: IngestRequest,
  { endpoint, target }: FoundEndpoint,
): Promise<IngestAnswer> {
  const intake = new Intake(request, endpoint, target);
  try {
    const other = endpoint.other?.(request, target);
    if (other) return other;
    if (request.method !== 'POST') throw methodNotAllowed(request.method);
    const key = await identify(endpoint.key(request, target), target.datasource, request.address);
    intake.key = key;
    limitKey(key.id);
    const format = chooseFormat(endpoint.formats, request.header('content-type'));
    intake.format = format;
    const body = await readWholeBody(request, format, env().INGEST_BODY_BYTES_MAX);
    intake.body = body;
    const messages = readMessages(format, body, intake);
    const taken = await storeMessages(key.datasource, messages, intake);
    noteKeyUse(key, request.address);
    return endpoint.taken(taken, request);
  } catch (error) {
    return refuse(intake, error);
  }
}

function methodNotAllowed(method: string): Problem {
  return problem('method_not_allowed', {
    detail: `Readings are sent with POST, not with ${method.slice(0, 10)}.`,
    headers: { allow: 'POST' },
  });
}

function refuse({ request, endpoint, target, key, body }: Intake, error: unknown): IngestAnswer {
  const refusal = asProblem(error);
  if (refusal.code === 'internal') {
    log().error({ err: refusal.options.cause, requestId: request.requestId }, 'ingest failed');
  }
  const datasourceId = key?.datasource.id ?? target.datasource;
  if (refusal.status < 500 && datasourceId !== undefined && request.method === 'POST') {
    recordRefusal(datasourceId, refusal, { address: request.address, body });
  }
  return endpoint.refused(refusal, request);
}

function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  return isDatabaseAway(error)
    ? problem('unavailable', { retryAfterSeconds: 2, cause: error })
    : problem('internal', { cause: error });
}
