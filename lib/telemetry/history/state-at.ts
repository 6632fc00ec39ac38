import type { ReadingValue } from '@/lib/live/protocol';
import type { DatasourceSource } from './metric-source';
import { readLastRows } from './read-last-rows';
import { readLastSealed } from './read-last-sealed';

/** A metric's value at a moment: the last one at or before it. */
export type ValueAt = { metric: number; timeUs: number; value: ReadingValue };

/**
 * The values of many metrics at a moment, by metric id; a metric that had none yet is absent. Of sealed days one chunk
 * a metric is unpacked, however far back it lies. Rows first, then chunks (read-rows.ts).
 */
export async function stateAt(source: DatasourceSource, atUs: number): Promise<Map<number, ValueAt>> {
  const found = await readLastRows(source, atUs);
  for (const sealed of await readLastSealed(source, atUs, found)) {
    const known = found.get(sealed.metric);
    // Of one time the row wins.
    if (!known || sealed.timeUs > known.timeUs) found.set(sealed.metric, sealed);
  }
  return found;
}
