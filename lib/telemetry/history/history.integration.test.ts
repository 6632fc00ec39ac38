import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { historyPool } from '@/lib/database';
import { makeSender, type TestSender } from '@/lib/ingest/test-sender';
import type { ReadingValue } from '@/lib/live/protocol';
import { useTestDatabase } from '@/lib/test-database';
import { flushNow } from '../flusher';
import { DAY_US, HOUR_US } from '../times';
import { findSource } from './metric-source';
import { sealForTest } from './seal-for-test';
import { readOneSeries } from './series';
import { stateAt } from './state-at';
import { readStatesOf } from './states';
import { writeForTest } from './write-for-test';

useTestDatabase();

const DAY_MS = DAY_US / 1000;
const HOUR_MS = HOUR_US / 1000;
const START = Date.UTC(2025, 5, 10);
const START_DAY = START / DAY_MS;

type Values = Record<string, ReadingValue>;

const datasourceOf = (sender: TestSender) => ({ id: sender.datasourceId, number: sender.number });
const seriesOf = (
  sender: TestSender,
  metric: string,
  from: number,
  to: number,
  points: number,
  align = false,
) => readOneSeries({ datasource: datasourceOf(sender), metric, from, to, points, align });

/** Four days: whole minutes and odd microseconds, values of one decimal. */
const time = fc.oneof(
  fc.integer({ min: 0, max: 4 * 24 * 60 - 1 }).map((minute) => START + minute * 60_000),
  fc.integer({ min: 0, max: 4 * DAY_MS * 1_000 - 1 }).map((us) => START + us / 1_000),
);
const value = fc.integer({ min: -1_000, max: 1_000 }).map((tenths) => tenths / 10);
const messages = fc.array(fc.tuple(time, value), { minLength: 1, maxLength: 150 });
const days = fc.subarray([0, 1, 2, 3]);

describe('history is the same whether it is sealed or not [S7]', () => {
  it('numbers: buckets, raw readings and state, also with late and repeated messages', async () => {
    const range = fc.tuple(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
    );
    await fc.assert(
      fc.asyncProperty(
        messages,
        messages,
        days,
        range,
        fc.integer({ min: 1, max: 120 }),
        async (early, late, sealed, [a, b], points) => {
          const sender = await makeSender();
          await writeForTest(
            sender,
            early.map(([at, v]) => [at, { v }]),
          );
          for (const day of sealed) await sealForTest(sender, START_DAY + day);
          await writeForTest(
            sender,
            late.map(([at, v]) => [at, { v }]),
          );
          const model = new Map([...early, ...late].map(([at, v]) => [Math.round(at * 1000), v]));
          const from = Math.floor(START + Math.min(a, b) * 4 * DAY_MS);
          const to = Math.floor(START + Math.max(a, b) * 4 * DAY_MS) + 1;
          const within = [...model]
            .filter(([us]) => us >= from * 1000 && us < to * 1000)
            .sort(([x], [y]) => x - y)
            .map(([us, v]) => [us / 1000, v] as const);
          const answer = await seriesOf(sender, 'v', from, to, points);
          if (within.length <= points) {
            expect(answer.bucketMs).toBe(0);
            expect(answer.buckets).toEqual(within.map(([at, v]) => [at, v, v, v, v, 1]));
          } else {
            const start = answer.bucketMs % HOUR_MS === 0 ? Math.floor(from / HOUR_MS) * HOUR_MS : from;
            expect(answer.buckets).toEqual(naiveBuckets(within, start, answer.bucketMs));
          }
          const before = [...model]
            .filter(([us]) => us <= to * 1000)
            .sort(([x], [y]) => x - y)
            .at(-1);
          const source = await findSource(datasourceOf(sender), ['v']);
          const [state] = (await stateAt(source, to * 1000)).values();
          expect(state && [state.timeUs, state.value]).toEqual(before);
        },
      ),
      { numRuns: 25 },
    );
  }, 60_000);

  it('texts and structures: the last of each bucket, and the states', async () => {
    const text = fc.constantFrom<ReadingValue>('on', 'off', true, 'fault');
    const texts = fc.array(fc.tuple(time, text), { minLength: 1, maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(texts, days, async (all, sealed) => {
        const sender = await makeSender();
        await writeForTest(sender, [
          [START - DAY_MS, { s: 'off' }],
          ...all.map(([at, s]): [number, Values] => [at, { s }]),
        ]);
        await flushNow();
        const to = START + 4 * DAY_MS;
        const ask = async () => [
          (await seriesOf(sender, 's', START, to, 20)).others,
          await readStatesOf({
            datasource: datasourceOf(sender),
            metric: 's',
            from: START,
            to,
            points: 5_000,
          }),
        ];
        const before = await ask();
        for (const day of sealed) await sealForTest(sender, START_DAY + day);
        expect(await ask()).toEqual(before);
        const model = [...new Map(all.map(([at, s]) => [Math.round(at * 1000), s]))].sort(
          ([x], [y]) => x - y,
        );
        const [, states] = before as [unknown, Awaited<ReturnType<typeof readStatesOf>>];
        const total = states.totals.reduce((sum, { ms }) => sum + ms, 0);
        expect(total).toBeCloseTo(4 * DAY_MS, 0);
        expect(states.totals.map((one) => one.value)).toEqual(
          expect.arrayContaining([...new Set(model.map(([, s]) => s))].filter((s) => s !== 'off')),
        );
      }),
      { numRuns: 15 },
    );
  }, 60_000);
});

function naiveBuckets(readings: readonly (readonly [number, number])[], start: number, bucketMs: number) {
  const buckets = new Map<number, (readonly [number, number])[]>();
  for (const reading of readings) {
    const slot = Math.floor(((reading[0] - start) * 1000) / (bucketMs * 1000));
    buckets.set(slot, [...(buckets.get(slot) ?? []), reading]);
  }
  return [...buckets.values()].map((bucket) => {
    const values = bucket.map(([, v]) => v);
    const [lastAt, last] = bucket.at(-1) ?? [0, 0];
    const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
    return [lastAt, Math.min(...values), Math.max(...values), expect.closeTo(mean, 6), last, values.length];
  });
}

describe('a long range', () => {
  it('is made from the hours where readings were given up, and says so', async () => {
    const sender = await makeSender();
    const minutes = Array.from({ length: 1_440 }, (_, i): [number, Values] => [START + i * 60_000, { v: i }]);
    await writeForTest(sender, minutes);
    await sealForTest(sender, START_DAY, 'summaries');
    await writeForTest(sender, [[START + DAY_MS, { v: 7 }]]);
    const answer = await seriesOf(sender, 'v', START, START + 2 * DAY_MS, 1_000);
    expect(answer.hourlyUntil).toBe(START + DAY_MS);
    expect(answer.buckets.reduce((sum, [, , , , , count]) => sum + count, 0)).toBe(1_441);
    expect(answer.buckets).toHaveLength(25);
    expect(answer.buckets[0]).toEqual([START + 59 * 60_000, 0, 59, 29.5, 59, 60]);
  });

  it('of all times asks for the days that hold something, not for each that could', async () => {
    const sender = await makeSender();
    await writeForTest(sender, [
      [START, { state: 'run', v: 1 }],
      [START + 20 * DAY_MS, { state: 'idle', v: 'N/A' }],
    ]);
    await sealForTest(sender, START_DAY);
    const asked = vi.spyOn(historyPool(), 'query');
    const all = { datasource: datasourceOf(sender), from: 0, to: 4e12 - 1, points: 5_000 };
    const { totals } = await readStatesOf({ ...all, metric: 'state' });
    const { buckets, others } = await readOneSeries({ ...all, metric: 'v' });
    expect(totals.map(({ value }) => value)).toEqual(['idle', 'run']);
    expect([buckets.map(([at]) => at), others]).toEqual([[START], [[START + 20 * DAY_MS, 'N/A']]]);
    expect(asked.mock.calls.length).toBeLessThan(40);
    asked.mockRestore();
  });

  it('tells a gap whatever it is made from', async () => {
    const sender = await makeSender();
    const minutes = Array.from({ length: 4 * 1_440 }, (_, i) => START + i * 60_000).filter(
      (at) => at < START + DAY_MS || at >= START + DAY_MS + 5 * HOUR_MS,
    );
    await writeForTest(
      sender,
      minutes.map((at) => [at, { v: 1 }]),
    );
    const gap = [[START + DAY_MS - 60_000, START + DAY_MS + 5 * HOUR_MS]];
    const ask = async (points: number) =>
      (await seriesOf(sender, 'v', START, START + 4 * DAY_MS, points)).gaps;
    expect([await ask(90), await ask(1_000)]).toEqual([gap, gap]);
    for (const day of [0, 1, 2, 3]) await sealForTest(sender, START_DAY + day);
    expect([await ask(90), await ask(1_000)]).toEqual([gap, gap]);
  });
});
