import type { Taken } from '@/lib/ingest/endpoint/endpoint';
import { liveBus } from '@/lib/live/bus';
import type { Problem } from '@/lib/problem';
import { sharedOnce } from '@/lib/shared-state';
import { knownMemory } from '@/lib/telemetry/datasource-memory';
import { onFlush } from '@/lib/telemetry/flusher';
import type { Message } from '@/lib/telemetry/message';
import { stateOf } from '@/lib/telemetry/snapshot';
import { minuteOf } from '@/lib/telemetry/times';
import { keepMessages } from './keep-messages';
import { makeRow } from './make-row';
import { type RefusalCount, type RequestRow, saveRequests } from './request-table';
import { BODY_KEPT_BYTES, REQUESTS_KEPT, type ReadMessage } from './schema';

/** Datasources whose requests wait for the next flush; a flood with made-up ids shall not fill the memory. */
const DATASOURCES_MAX = 1_000;
/** Bytes of all bodies that wait; beyond, requests are noted without theirs. */
const BYTES_MAX = 32_000_000;

/** A request as it came and as it was answered. Who records one gives it away: nothing in it may change any more. */
export type InspectedRequest = {
  datasourceId: string;
  /** Milliseconds. */
  at: number;
  method: string;
  /** Path and query, as they came. */
  target: string;
  /** Of node:http or of the web, as they came; read when it is written down. */
  headers: Iterable<readonly [string, string | string[] | undefined]>;
  endpoint: string;
  format: string | undefined;
  address: string | undefined;
  /** Decoded from its Content-Encoding; undefined: it was not read. */
  body: Buffer | undefined;
  /** Of the whole body, as far as it is known. */
  bodyBytes: number;
  status: number;
  answer: string;
  durationUs: number;
  /** What was stored; the values of the first ones are kept. */
  messages: readonly Message[];
  /** How many there were, where they are more than those above, and what was left out. */
  taken?: Taken | undefined;
  /** Undefined: accepted. */
  refusal: Problem | undefined;
  /** Of a request whose key was not good nothing is kept but the reason and the address. */
  hasGoodKey: boolean;
  /** The request that a member sent again. */
  replayOf: string | undefined;
};

/** As it waits: only what will be written. */
export type WaitingRequest = Omit<InspectedRequest, 'messages'> & {
  read: ReadMessage[];
  messages: number;
  readings: number;
};

/** Each has a list of its own: whoever has no key, and may send as many as they like, shall push nothing else out. */
const OUTCOMES = ['accepted', 'refused', 'stranger'] as const;
type Outcome = (typeof OUTCOMES)[number];

type Waiting = Record<Outcome, WaitingRequest[]> & {
  /** All refusals, by minute and code. */
  counts: Map<number, Map<string, number>>;
};

type Ring = { waiting: Map<string, Waiting>; bytes: number };
const ring = sharedOnce<Ring>('inspected-requests', () => ({ waiting: new Map(), bytes: 0 }));

/**
 * Notes a request for the inspector of its datasource; a refused one is counted, and its owner sees it on the page at
 * once. Never blocks; written with the next flush. Of accepted ones only those that `wantsSample` asked for.
 */
export function recordRequest(request: InspectedRequest): void {
  const { refusal, datasourceId, at } = request;
  onFlush('requests', flushRequests);
  const entry = waitingOf(datasourceId);
  if (entry) {
    add(entry[outcomeOf(request)], shorten(request));
    if (refusal) count(entry.counts, minuteOf(at), refusal.code, 1);
  }
  if (refusal) tellLive(datasourceId, { at, code: refusal.code, detail: refusal.message.slice(0, 1_000) });
}

const outcomeOf = ({ refusal, hasGoodKey }: InspectedRequest): Outcome =>
  refusal ? (hasGoodKey ? 'refused' : 'stranger') : 'accepted';

const requestsOf = (entry: Waiting): WaitingRequest[] => OUTCOMES.flatMap((outcome) => entry[outcome]);

function waitingOf(datasourceId: string): Waiting | undefined {
  const { waiting } = ring();
  const known = waiting.get(datasourceId);
  if (known || waiting.size >= DATASOURCES_MAX) return known;
  const made: Waiting = { accepted: [], refused: [], stranger: [], counts: new Map() };
  waiting.set(datasourceId, made);
  return made;
}

/** A copy of what will be written: body and messages themselves may be megabytes. */
function shorten(request: InspectedRequest): WaitingRequest {
  const { body, hasGoodKey, messages, taken } = request;
  const state = ring();
  const size = Math.min(body?.length ?? 0, BODY_KEPT_BYTES);
  const keep = body !== undefined && hasGoodKey && state.bytes + size <= BYTES_MAX;
  if (keep) state.bytes += size;
  return {
    ...request,
    body: keep ? Buffer.from(body.subarray(0, size)) : undefined,
    read: keepMessages(messages),
    messages: taken?.messages ?? messages.length,
    readings: taken?.readings ?? messages.reduce((sum, { keys }) => sum + keys.length, 0),
  };
}

/** Of more than are kept, the newest stay. */
function add(list: WaitingRequest[], request: WaitingRequest): void {
  list.push(request);
  if (list.length <= REQUESTS_KEPT) return;
  ring().bytes -= list.shift()?.body?.length ?? 0;
}

function count(counts: Waiting['counts'], minute: number, code: string, by: number): void {
  const codes = counts.get(minute) ?? new Map<string, number>();
  counts.set(minute, codes);
  codes.set(code, (codes.get(code) ?? 0) + by);
}

function tellLive(datasourceId: string, refusal: { at: number; code: string; detail: string }): void {
  const memory = knownMemory(datasourceId);
  if (!memory) return;
  memory.lastRefusal = refusal;
  if (liveBus().wanted(datasourceId)) liveBus().publish({ datasourceId, state: stateOf(memory) });
}

/** Writes what waits; what can't be written waits on. */
export async function flushRequests(): Promise<void> {
  const state = ring();
  if (state.waiting.size === 0) return;
  const taken = state.waiting;
  state.waiting = new Map();
  state.bytes = 0;
  const rows: RequestRow[] = [];
  const counts: RefusalCount[] = [];
  for (const [datasourceId, entry] of taken) {
    for (const request of requestsOf(entry).sort((a, b) => a.at - b.at)) {
      rows.push(makeRow(request));
    }
    for (const [minute, codes] of entry.counts) {
      for (const [code, n] of codes) counts.push({ datasourceId, minute, code, count: n });
    }
  }
  try {
    await saveRequests(rows, counts);
  } catch (error) {
    putBack(taken);
    throw error;
  }
}

function putBack(taken: ReadonlyMap<string, Waiting>): void {
  for (const [datasourceId, old] of taken) {
    const entry = waitingOf(datasourceId);
    if (!entry) continue;
    for (const outcome of OUTCOMES) entry[outcome] = newest([...old[outcome], ...entry[outcome]]);
    for (const [minute, codes] of old.counts) {
      for (const [code, n] of codes) count(entry.counts, minute, code, n);
    }
  }
  let bytes = 0;
  for (const entry of ring().waiting.values()) {
    for (const { body } of requestsOf(entry)) bytes += body?.length ?? 0;
  }
  ring().bytes = bytes;
}

const newest = (list: WaitingRequest[]): WaitingRequest[] => list.slice(-REQUESTS_KEPT);
