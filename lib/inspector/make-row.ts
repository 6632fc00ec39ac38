import { maskBytes, maskHeader, maskTarget, maskText } from './mask-secrets';
import type { WaitingRequest } from './record-request';
import type { RequestRow } from './request-table';
import type { Exchange } from './schema';

const HEADERS_KEPT = 50;
const HEADER_CHARACTERS = 500;
const TARGET_CHARACTERS = 2_000;
const ANSWER_CHARACTERS = 4_096;
const ERRORS_KEPT = 10;

/** PostgreSQL stores neither NUL nor halves of a surrogate pair; both may be what a refusal was about. */
const storable = (text: string): string => text.replaceAll('\0', '␀').replace(/\p{Surrogate}/gu, '\ufffd');
const shown = (text: string, max: number): string => storable(maskText(text)).slice(0, max);

/** A request as it is written down: without secrets, and no longer than need be. */
export function makeRow(request: WaitingRequest): RequestRow {
  const { refusal, hasGoodKey, messages, readings } = request;
  return {
    datasourceId: request.datasourceId,
    at: request.at,
    status: request.status,
    code: refusal?.code ?? null,
    endpoint: request.endpoint,
    format: request.format ?? null,
    exchange: { ...(hasGoodKey ? kept(request) : {}), ...reason(request) },
    body: request.body && hasGoodKey ? maskBytes(request.body) : null,
    bodyBytes: hasGoodKey ? Math.min(request.bodyBytes, 2 ** 31 - 1) : 0,
    messages: refusal ? 0 : messages,
    readings: refusal ? 0 : readings,
    durationUs: Math.min(Math.round(request.durationUs), 2 ** 31 - 1),
    address: request.address ?? null,
  };
}

function reason({ refusal }: WaitingRequest): Exchange {
  if (!refusal) return {};
  const errors = refusal.options.errors?.slice(0, ERRORS_KEPT).map(({ pointer, line, detail }) => ({
    pointer: shown(pointer, 500),
    ...(line === undefined ? {} : { line }),
    detail: shown(detail, 500),
  }));
  return { detail: shown(refusal.message, 1_000), ...(errors ? { errors } : {}) };
}

function kept(request: WaitingRequest): Exchange {
  const { method, target, headers, answer, read, refusal, replayOf, taken } = request;
  return {
    method: shown(method, 20),
    target: storable(maskTarget(target)).slice(0, TARGET_CHARACTERS),
    headers: keptHeaders(headers),
    answer: shown(answer, ANSWER_CHARACTERS),
    ...(refusal ? {} : { messages: read }),
    ...(taken?.dropped ? { dropped: { ...taken.dropped, why: shown(taken.dropped.why, 500) } } : {}),
    ...(replayOf === undefined ? {} : { replayOf }),
  };
}

function keptHeaders(headers: WaitingRequest['headers']): [string, string][] {
  const list: [string, string][] = [];
  for (const [given, value] of headers) {
    if (value === undefined || list.length >= HEADERS_KEPT) continue;
    const name = given.toLowerCase();
    for (const each of Array.isArray(value) ? value : [value]) {
      list.push([shown(name, 100), storable(maskHeader(name, each)).slice(0, HEADER_CHARACTERS)]);
    }
  }
  return list;
}
