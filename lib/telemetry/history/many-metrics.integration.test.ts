import { describe, expect, it } from 'vitest';
import { makeSender, type TestSender } from '@/lib/ingest/test-sender';
import { useTestDatabase } from '@/lib/test-database';
import { DAY_US, dayOf, HOUR_US } from '../times';
import { readManySeries } from './many-series';
import { manySeriesBodySchema } from './many-series-schema';
import { findSource } from './metric-source';
import { sealForTest } from './seal-for-test';
import { stateAt } from './state-at';
import { writeForTest } from './write-for-test';

useTestDatabase();

const DAY_MS = DAY_US / 1000;
const HOUR_MS = HOUR_US / 1000;
const START = Date.UTC(2025, 5, 10);
const START_DAY = START / DAY_MS;

const datasourceOf = (sender: TestSender) => ({ id: sender.datasourceId, number: sender.number });

describe('several metrics in one answer', () => {
  it('of several datasources share the times of aligned buckets; empty ones are null', async () => {
    const [one, two] = [await makeSender(), await makeSender()];
    await writeForTest(one, [
      [START + 60_000, { a: 1, b: 10 }],
      [START + 120_000, { a: 3 }],
    ]);
    await writeForTest(two, [[START + 1_800_000, { c: 5 }]]);
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
    await writeForTest(sender, [
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
    expect(dayOf(START * 1000)).toBe(START_DAY);
  });
});
