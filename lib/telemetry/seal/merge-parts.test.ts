import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ReadingValue } from '@/lib/live/protocol';
import { encodeHours } from '../codec/hours';
import type { Numbers } from '../codec/numbers';
import type { Others } from '../codec/others';
import { others } from '../codec/test-readings';
import type { ChunkHead } from './chunk-table';
import { mergeParts } from './merge-parts';
import { NUMBERS, OTHERS, type Readings, type ReadingsSort } from './readings-sort';
import { DaySummary, replaceHours } from './summarise';

const HOUR_US = 3_600e6;

/** Batches of ascending times, many of which meet. */
const batches = <V>(value: fc.Arbitrary<V>) =>
  fc.array(
    fc
      .uniqueArray(fc.tuple(fc.nat(200), value), { selector: ([us]) => us, minLength: 1, maxLength: 40 })
      .map((list) => list.sort(([a], [b]) => a - b)),
    { minLength: 1, maxLength: 8 },
  );

/** Merges batch after batch, as the chunks of a day are; parts are tiny, so that all that can be is met. */
async function expectMerged<R extends Readings, V>(
  given: ReadingsSort<R>,
  list: [number, V][][],
  make: (batch: [number, V][]) => R,
): Promise<void> {
  const sort = { ...given, partMax: 8, partMin: 3 };
  const rows = new Map<number, ChunkHead & { data: Buffer }>();
  const expected = new Map<number, V>();
  const heads = () => [...rows.values()].sort((a, b) => a.firstUs - b.firstUs);
  for (const batch of list) {
    const read = async (part: ChunkHead) => rows.get(part.firstUs)?.data ?? Buffer.alloc(0);
    const change = await mergeParts(sort, 1, heads(), make(batch), read);
    for (const part of change.removed) rows.delete(part.firstUs);
    for (const row of change.added) {
      expect(rows.has(row.firstUs)).toBe(false);
      rows.set(row.firstUs, row);
    }
    for (const [us, value] of batch) expected.set(us, value);
    const found: [number, unknown][] = [];
    let before = Number.NEGATIVE_INFINITY;
    for (const part of heads()) {
      const { timesUs, values } = sort.decode(part.data);
      expect(part.firstUs).toBeGreaterThan(before);
      before = part.lastUs;
      expect([part.firstUs, part.lastUs, part.count]).toEqual([timesUs[0], timesUs.at(-1), timesUs.length]);
      expect(part.count).toBeLessThanOrEqual(sort.partMax);
      for (const [i, us] of timesUs.entries()) found.push([us, (values as ArrayLike<unknown>)[i]]);
    }
    expect(found).toEqual([...expected].sort(([a], [b]) => a - b));
  }
}

const timesOf = (batch: readonly [number, unknown][]) => Float64Array.from(batch, ([us]) => us);

it('numbers merged batch by batch are what came last of each time, in parts that do not overlap [Z2, C4]', async () => {
  await fc.assert(
    fc.asyncProperty(batches(fc.nat(1000)), (list) =>
      expectMerged<Numbers, number>(NUMBERS, list, (batch) => ({
        timesUs: timesOf(batch),
        values: Float64Array.from(batch, ([, value]) => value),
      })),
    ),
    { numRuns: 300 },
  );
});

it('so are texts and structures [Z2, C4]', async () => {
  await fc.assert(
    fc.asyncProperty(batches(others), (list) =>
      expectMerged<Others, ReadingValue>(OTHERS, list, (batch) => ({
        timesUs: timesOf(batch),
        values: batch.map(([, value]) => value),
      })),
    ),
    { numRuns: 100 },
  );
});

const summaryOf = (...pieces: Numbers[]) => {
  const summary = new DaySummary(0);
  for (const piece of pieces) summary.add(piece);
  return summary.finish();
};

it('a day summed up in pieces is summed up like the whole; sums of decimals are decimals', () => {
  const count = 5_000;
  const whole = {
    timesUs: Float64Array.from({ length: count }, (_, i) => i * 17e6),
    values: Float64Array.from({ length: count }, (_, i) => ((i * 37) % 1000) / 10),
  };
  const pieces = [0, 1, 700, 3_333].map((from, i, all) => NUMBERS.slice(whole, from, all[i + 1] ?? count));
  expect(encodeHours(summaryOf(...pieces))).toEqual(encodeHours(summaryOf(whole)));
  for (const { hour, sum } of summaryOf(whole)) {
    const tenths = [...whole.values]
      .filter((_, i) => Math.floor((i * 17e6) / HOUR_US) === hour)
      .reduce((total, value) => total + Math.round(value * 10), 0);
    expect(sum).toBe(tenths / 10);
  }
});

it('sums that no double holds are the greatest there is', () => {
  const sumOf = (...values: number[]) =>
    summaryOf({ timesUs: Float64Array.from(values, (_, i) => i), values: Float64Array.from(values) })[0]?.sum;
  const max = Number.MAX_VALUE;
  expect(sumOf(max, max)).toBe(max);
  expect(sumOf(-max, -max)).toBe(-max);
  expect(sumOf(max, -max, 1)).toBe(1);
  expect(sumOf(1e16, 1, -1e16)).toBe(1);
});

it('newer summaries replace those of their hours', () => {
  const at = (hour: number, value: number) =>
    summaryOf({ timesUs: Float64Array.of(hour * HOUR_US), values: Float64Array.of(value) });
  const merged = replaceHours([...at(1, 1), ...at(2, 2)], [...at(0, 0), ...at(2, 3)]);
  expect(merged.map(({ hour, last }) => [hour, last])).toEqual([
    [0, 0],
    [1, 1],
    [2, 3],
  ]);
});
