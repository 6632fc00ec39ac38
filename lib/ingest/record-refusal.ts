import { liveBus } from '@/lib/live/bus';
import type { Problem } from '@/lib/problem';
import { shared } from '@/lib/shared-state';
import { knownMemory } from '@/lib/telemetry/datasource-memory';
import { onFlush } from '@/lib/telemetry/flusher';
import { countMinute } from '@/lib/telemetry/minute-counter';
import { stateOf } from '@/lib/telemetry/snapshot';
import { REFUSALS_KEPT, type RefusalRow, saveRefusals } from './refusal-table';

/** Datasources whose refusals wait for the next flush; a flood with made-up ids shall not fill the memory. */
const DATASOURCES_MAX = 1_000;
const BODY_START_LENGTH = 2_048;
const ERRORS_KEPT = 10;
/** A flood of refusals shall not become a flood of frames. */
const TOLD_EVERY_MS = 1_000;

const waiting = () => shared('refusals', () => new Map<string, RefusalRow[]>());

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
  const rows = waiting().get(datasourceId) ?? [];
  if (rows.length === 0 && waiting().size >= DATASOURCES_MAX) return;
  waiting().set(datasourceId, rows);
  const at = Date.now();
  const code = refusal.code;
  const detail = storable(refusal.message).slice(0, 1_000);
  rows.push({
    datasourceId,
    at,
    status: refusal.status,
    code,
    detail,
    errors: refusal.options.errors?.slice(0, ERRORS_KEPT).map((error) => ({
      pointer: storable(error.pointer),
      detail: storable(error.detail),
    })),
    address,
    bodyStart: body && storable(body.subarray(0, BODY_START_LENGTH).toString('utf8')),
  });
  if (rows.length > REFUSALS_KEPT) rows.shift();
  onFlush('refusals', flushRefusals);
  const memory = knownMemory(datasourceId);
  if (!memory) return;
  countMinute(memory, at, { messages: 0, readings: 0, refused: 1 });
  const told = memory.lastRefusal;
  memory.lastRefusal = { at, code, detail };
  if (told && at - told.at < TOLD_EVERY_MS && told.detail === detail) return;
  liveBus().publish({ datasourceId, state: stateOf(memory) });
}

/** PostgreSQL stores neither NUL nor halves of a surrogate pair; both may be what the refusal was about. */
const storable = (text: string): string => text.replaceAll('\0', '␀').replace(/\p{Surrogate}/gu, '\ufffd');

async function flushRefusals(): Promise<void> {
  const rows = [...waiting().values()].flat();
  if (rows.length === 0) return;
  waiting().clear();
  try {
    await saveRefusals(rows);
  } catch (error) {
    // Put back unless newer ones came meanwhile: the last fifty are what matters.
    for (const row of rows) {
      const list = waiting().get(row.datasourceId) ?? [];
      if (list.length < REFUSALS_KEPT) waiting().set(row.datasourceId, [row, ...list]);
    }
    throw error;
  }
}
