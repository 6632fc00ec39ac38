import type { HourSummary } from '../codec/hours';
import { decodeNumbers } from '../codec/numbers';
import { DAY_US, HOUR_US, lowerBound } from '../times';
import type { ChunkHead } from './chunk-table';
import { NUMBERS } from './readings-sort';
import { DaySummary } from './summarise';

/** Of a day, both included. */
export type Hours = { from: number; to: number };

/**
 * Sums up some hours of a metric's day by its chunks, of which only those are unpacked that lie in them.
 * @param heads of its numbers, by time
 */
export async function sumUpHours(
  day: number,
  heads: readonly ChunkHead[],
  { from, to }: Hours,
  read: (part: ChunkHead) => Promise<Buffer>,
): Promise<HourSummary[]> {
  const startUs = day * DAY_US + from * HOUR_US;
  const endUs = day * DAY_US + (to + 1) * HOUR_US;
  const summary = new DaySummary(day * DAY_US);
  for (const head of heads) {
    if (head.lastUs < startUs || head.firstUs >= endUs) continue;
    const numbers = decodeNumbers(await read(head));
    const { timesUs } = numbers;
    summary.add(NUMBERS.slice(numbers, lowerBound(timesUs, startUs), lowerBound(timesUs, endUs)));
  }
  return summary.finish();
}
