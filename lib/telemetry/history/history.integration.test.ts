import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeSender, type TestSender } from '@/lib/ingest/test-sender';
import type { ReadingValue } from '@/lib/live/protocol';
import { useTestDatabase } from '@/lib/test-database';
import { flushNow } from '../flusher';
import { writeMessages } from '../write-messages';
import { readManySeries } from './many-series';
import { manySeriesBodySchema } from './many-series-schema';
import { findSource } from './metric-source';
import { DAY_US, dayOfUs, HOUR_US } from './readings';
import { sealForTest } from './seal-for-test';
import { readOneSeries } from './series';
import { stateAt } from './state-at';
import { readStatesOf } from './states';

useTestDatabase();

const DAY_MS = DAY_US / 1000;
const HOUR_MS = HOUR_US / 1000;
const START = Date.UTC(2025, 5, 10);
const START_DAY = START / DAY_MS;

type Values = Record<string, ReadingValue>;

function write({ datasourceId: id, number, caller }: TestSender, messages: readonly [number, Values][]) {
  return writeMessages(
    { id, number, workspaceId: caller.workspaceId },
    messages.map(([at, values]) => ({
      timeUs: Math.round(at * 1000),
      keys: Object.keys(values),
      values: Object.values(values),
    })),
    { arrivedMs: Date.now(), metricsMax: 2_000 },
  );
}

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
          await write(
            sender,
            early.map(([at, v]) => [at, { v }]),
          );
          for (const day of sealed) await sealForTest(sender, START_DAY + day);
          await write(
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
        await write(sender, [
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
    await write(sender, minutes);
    await sealForTest(sender, START_DAY, 'summaries');
    await write(sender, [[START + DAY_MS, { v: 7 }]]);
    const answer = await seriesOf(sender, 'v', START, START + 2 * DAY_MS, 1_000);
    expect(answer.hourlyUntil).toBe(START + DAY_MS);
    expect(answer.buckets.reduce((sum, [, , , , , count]) => sum + count, 0)).toBe(1_441);
    expect(answer.buckets).toHaveLength(25);
    expect(answer.buckets[0]).toEqual([START + 59 * 60_000, 0, 59, 29.5, 59, 60]);
  });

  it('tells a gap whatever it is made from', async () => {
    const sender = await makeSender();
    const minutes = Array.from({ length: 4 * 1_440 }, (_, i) => START + i * 60_000).filter(
      (at) => at < START + DAY_MS || at >= START + DAY_MS + 5 * HOUR_MS,
    );
    await write(
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

describe('several metrics in one answer', () => {
  it('of several datasources share the times of aligned buckets; empty ones are null', async () => {
    const [one, two] = [await makeSender(), await makeSender()];
    await write(one, [
      [START + 60_000, { a: 1, b: 10 }],
      [START + 120_000, { a: 3 }],
    ]);
    await write(two, [[START + 1_800_000, { c: 5 }]]);
    const metrics = [
      { datasourceId: two.datasourceId, key: 'c' },
      { datasourceId: one.datasourceId, key: 'a' },
      { datasourceId: one.datasourceId, key: 'b' },
    ];
    const ask = (more: object) =>
      readManySeries([datasourceOf(one), datasourceOf(two)], {
        ...manySeriesBodySchema.parse({ metrics, points: 4, ...more }),
        from: START,
        to: START + HOUR_MS,
      });
    const { series } = await ask({ align: true, aggregate: 'sum' });
    expect(series.map(({ metric, points }) => [metric.key, points])).toEqual([
      [
        'c',
        [START, START + 900_000, START + 1_800_000, START + 2_700_000].map((at, i) => [
          at,
          i === 2 ? 5 : null,
        ]),
      ],
      [
        'a',
        [START, START + 900_000, START + 1_800_000, START + 2_700_000].map((at, i) => [
          at,
          i === 0 ? 4 : null,
        ]),
      ],
      [
        'b',
        [START, START + 900_000, START + 1_800_000, START + 2_700_000].map((at, i) => [
          at,
          i === 0 ? 10 : null,
        ]),
      ],
    ]);
    for (const [aggregate, value] of Object.entries({
      min: 1,
      max: 3,
      avg: 2,
      first: 1,
      last: 3,
      count: 2,
    })) {
      expect((await ask({ aggregate })).series[1]?.points).toEqual([[START, value]]);
    }
    expect((await ask({ aggregate: 'raw' })).series[1]?.points).toHaveLength(2);
    expect((await ask({ downsample: 'lttb' })).series[1]?.points).toHaveLength(2);
    expect((await ask({ downsample: 'm4' })).series[1]?.points).toHaveLength(2);
  });
});

describe('the state at a moment', () => {
  it('is the last value of each metric, from rows, chunks or hours, however old', async () => {
    const sender = await makeSender();
    await write(sender, [
      [START, { old: 1, text: 'a' }],
      [START + DAY_MS, { mid: 2, text: 'b' }],
      [START + 2 * DAY_MS, { new: 3, old: 4 }],
      [START + 3 * DAY_MS, { old: 5 }],
    ]);
    await sealForTest(sender, START_DAY, 'summaries');
    await sealForTest(sender, START_DAY + 1);
    await sealForTest(sender, START_DAY + 2);
    const source = await findSource(datasourceOf(sender));
    const keys = new Map(source.metrics.map(({ info }) => [info.id, info.key]));
    const at = async (ms: number) =>
      Object.fromEntries(
        [...(await stateAt(source, ms * 1000)).values()].map((one) => [
          keys.get(one.metric),
          [one.timeUs / 1000 - START, one.value],
        ]),
      );
    expect(await at(START + 1.5 * DAY_MS)).toEqual({ old: [0, 1], mid: [DAY_MS, 2], text: [DAY_MS, 'b'] });
    expect(await at(START + 2 * DAY_MS)).toMatchObject({ old: [2 * DAY_MS, 4], new: [2 * DAY_MS, 3] });
    expect(await at(START + 100 * DAY_MS)).toMatchObject({ old: [3 * DAY_MS, 5], mid: [DAY_MS, 2] });
    expect(await at(START - 1)).toEqual({});
    expect(dayOfUs(START * 1000)).toBe(START_DAY);
  });
});
