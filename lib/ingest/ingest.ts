import { noteKeyUse } from '@/lib/api-key/key-cache';
import type { KnownKey } from '@/lib/api-key/key-table';
import { presentKey } from '@/lib/api-key/present-key';
import { isDatabaseAway } from '@/lib/database-away';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { Problem, problem, problemBody, problemHeaders } from '@/lib/problem';
import type { DatasourceRef, Message } from '@/lib/telemetry/message';
import { writeMessages } from '@/lib/telemetry/write-messages';
import { findUnequalLengths, holdsStructure } from './check-structures';
import { Faults } from './faults';
import { flattenMessage } from './flatten-message';
import { identify } from './identify';
import { METRICS_MAX } from './limits';
import { checkBodyHeaders, parseBody } from './parse-body';
import { limitKey } from './rate-limit';
import { recordRefusal } from './record-refusal';

/** A request as either door saw it: `node:http` in front of Next, or a route handler. */
export type IngestRequest = {
  method: string;
  /** From the address (`/api/ingest/:datasourceId`); undefined: the key alone names the datasource. */
  datasourceId: string | undefined;
  header(name: string): string | undefined;
  /** Of the sender, as far as it is known. */
  address: string | undefined;
  requestId: string;
  /** Called at most once, and only when the key is good. */
  readBody(bytesMax: number): Promise<Buffer>;
};

export type IngestAnswer = { status: number; headers: Record<string, string>; body: string };

const ONE_ACCEPTED = accepted(1);

function accepted(count: number): IngestAnswer {
  const body = `{"accepted":${count},"rejected":0}`;
  return {
    status: 200,
    headers: { 'content-type': 'application/json', 'content-length': String(body.length) },
    body,
  };
}

/**
 * Takes the readings of one request, whole or not at all, in this order: who, how much, parse, check, store. The
 * answer is given after the commit. Never throws. The rules: SPEC.md.
 */
export async function ingest(request: IngestRequest): Promise<IngestAnswer> {
  let key: KnownKey | undefined;
  let body: Buffer | undefined;
  try {
    if (request.method !== 'POST') throw methodNotAllowed(request.method);
    key = await identify(presentKey(request), request.datasourceId, request.address);
    limitKey(key.id);
    const bytesMax = env().INGEST_BODY_BYTES_MAX;
    checkBodyHeaders(request, bytesMax);
    body = await request.readBody(bytesMax);
    const messages = await takeBody(key.datasource, body);
    noteKeyUse(key, request.address);
    return messages.length === 1 ? ONE_ACCEPTED : accepted(messages.length);
  } catch (error) {
    return refuse(request, error, key, body);
  }
}

/** Stores the messages of a body, all or none: everything that is behind the key. Answers them after the commit. */
export async function takeBody(datasource: DatasourceRef, body: Buffer): Promise<Message[]> {
  const arrivedMs = Date.now();
  const { messages: given, isArray } = parseBody(body);
  const messages = flattenAll(given, isArray, arrivedMs);
  if (messages.some(holdsStructure)) {
    const unequal = await findUnequalLengths(datasource, messages, isArray);
    if (unequal) throw faulty('unequal_lengths', unequal);
  }
  await writeMessages(datasource, messages, { arrivedMs, metricsMax: METRICS_MAX });
  return messages;
}

function methodNotAllowed(method: string): Problem {
  return problem('method_not_allowed', {
    detail: `Readings are sent with POST, not with ${method.slice(0, 10)}.`,
    headers: { allow: 'POST' },
  });
}

function flattenAll(given: readonly unknown[], isArray: boolean, arrivedMs: number): Message[] {
  const faults = new Faults();
  const messages: Message[] = [];
  for (let i = 0; i < given.length; i++) {
    messages.push(flattenMessage(given[i], isArray ? [i] : [], arrivedMs, faults));
  }
  if (faults.count > 0) throw faulty('invalid_reading', faults);
  return messages;
}

function faulty(code: 'invalid_reading' | 'unequal_lengths', faults: Faults): Problem {
  const [first] = faults.errors;
  const more = faults.count - 1;
  const where = first?.pointer ? `${first.pointer}: ` : '';
  return problem(code, {
    detail: `${where}${first?.detail ?? ''}${more > 0 ? ` (and ${more} more)` : ''}`,
    errors: faults.errors,
  });
}

function refuse(
  request: IngestRequest,
  error: unknown,
  key: KnownKey | undefined,
  body: Buffer | undefined,
): IngestAnswer {
  const refusal = asProblem(error);
  if (refusal.code === 'internal') {
    log().error({ err: refusal.options.cause, requestId: request.requestId }, 'ingest failed');
  }
  const datasourceId = key?.datasource.id ?? request.datasourceId;
  if (refusal.status < 500 && datasourceId !== undefined && request.method === 'POST') {
    recordRefusal(datasourceId, refusal, { address: request.address, body });
  }
  const answer = JSON.stringify(problemBody(refusal, request.requestId));
  return {
    status: refusal.status,
    headers: { ...problemHeaders(refusal), 'content-length': String(Buffer.byteLength(answer)) },
    body: answer,
  };
}

function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  return isDatabaseAway(error)
    ? problem('unavailable', { retryAfterSeconds: 2, cause: error })
    : problem('internal', { cause: error });
}
