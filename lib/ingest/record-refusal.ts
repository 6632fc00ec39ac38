import { liveBus } from '@/lib/live/bus';
import type { Problem } from '@/lib/problem';
import { sharedOnce } from '@/lib/shared-state';
import { knownMemory } from '@/lib/telemetry/datasource-memory';
import { onFlush } from '@/lib/telemetry/flusher';
import { stateOf } from '@/lib/telemetry/snapshot';
import { minuteOf } from '@/lib/telemetry/times';
import { REFUSALS_KEPT, type RefusalRow, saveRefusals } from './refusal-table';

/** Datasources whose refusals wait for the next flush; a flood with made-up ids shall not fill the memory. */
const DATASOURCES_MAX = 1_000;
const BODY_START_LENGTH = 2_048;
const ERRORS_KEPT = 10;

type Waiting = {
  /** The last ones. */
  rows: RefusalRow[];
  /** All of them, by minute. */
  counts: Map<number, number>;
};

const waiting = sharedOnce('refusals', () => new Map<string, Waiting>());

/**
 * Notes that a request for a datasource was refused, and why: its owner sees it on the page at once. Never
 * blocks; written with the next flush.
 * @param body of a request whose key was good
 */
export function recordRefusal(
  datasourceId: string,
  refusal: Problem,
  { address, body }: { address: string | undefined; body: Buffer | undefined },
): void {
  const at = Date.now();
  const row = {
    datasourceId,
    at,
    status: refusal.status,
    code: refusal.code,
    detail: storable(refusal.message).slice(0, 1_000),
    errors: refusal.options.errors?.slice(0, ERRORS_KEPT).map((error) => ({
      pointer: storable(error.pointer),
      detail: storable(error.detail),
    })),
    address,
    bodyStart: body && storable(body.subarray(0, BODY_START_LENGTH).toString('utf8')),
  };
  keep(datasourceId, [row], new Map([[minuteOf(at), 1]]));
  onFlush('refusals', flushRefusals);
  const memory = knownMemory(datasourceId);
  if (!memory) return;
  memory.lastRefusal = { at, code: row.code, detail: row.detail };
  if (liveBus().wanted(datasourceId)) liveBus().publish({ datasourceId, state: stateOf(memory) });
}

/** Adds to what waits; of more than fifty the newest stay. */
function keep(datasourceId: string, rows: readonly RefusalRow[], counts: ReadonlyMap<number, number>): void {
  const known = waiting().get(datasourceId);
  if (!known && waiting().size >= DATASOURCES_MAX) return;
  const entry: Waiting = known ?? { rows: [], counts: new Map() };
  waiting().set(datasourceId, entry);
  entry.rows.push(...rows);
  entry.rows.sort((a, b) => a.at - b.at);
  entry.rows.splice(0, Math.max(0, entry.rows.length - REFUSALS_KEPT));
  for (const [minute, count] of counts) entry.counts.set(minute, (entry.counts.get(minute) ?? 0) + count);
}

/** PostgreSQL stores neither NUL nor halves of a surrogate pair; both may be what the refusal was about. */
const storable = (text: string): string => text.replaceAll('\0', '␀').replace(/\p{Surrogate}/gu, '\ufffd');

async function flushRefusals(): Promise<void> {
  const taken = [...waiting()];
  if (taken.length === 0) return;
  waiting().clear();
  const minutes = taken.flatMap(([datasourceId, { counts }]) =>
    [...counts].map(([minute, refused]) => ({ datasourceId, minute, messages: 0, readings: 0, refused })),
  );
  try {
    await saveRefusals(
      taken.flatMap(([, { rows }]) => rows),
      minutes,
    );
  } catch (error) {
    for (const [datasourceId, { rows, counts }] of taken) keep(datasourceId, rows, counts);
    throw error;
  }
}
