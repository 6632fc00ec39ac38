import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createHistoryWindow } from './history-window';
import type { Bucket, Series } from './protocol';

const metric = { id: 1, datasourceId: 'd', key: 'k', kind: 'number', displayName: null, unit: null } as const;
const series = (buckets: Bucket[]): Series => ({
  metric,
  from: 0,
  to: 0,
  bucketMs: 0,
  buckets,
  others: [],
  gaps: [],
  usualMs: null,
  hourlyUntil: null,
});
const one = (time: number, value: number): Bucket => [time, value, value, value, value, 1];

describe('a window of history', () => {
  it('keeps every peak, counts every reading, and holds about as many points as asked [S2]', () => {
    const readings = fc.array(
      fc.tuple(fc.integer({ min: 1, max: 2_000 }), fc.double({ noNaN: true, min: -1e6, max: 1e6 })),
      {
        minLength: 1,
        maxLength: 300,
      },
    );
    fc.assert(
      fc.property(readings, fc.integer({ min: 1, max: 50 }), fc.nat(300), (steps, pointsMax, loaded) => {
        let time = 1_700_000_000_000;
        const all = steps.map(([step, value]) => {
          time += step;
          return one(time, value);
        });
        const windowMs = 2_000 * 300;
        const window = createHistoryWindow(windowMs, pointsMax);
        window.load(series(all.slice(0, loaded)));
        for (const [at, value] of all.slice(loaded)) window.append(at, value);
        const points = window.points();
        const values = all.map(([, value]) => value);
        expect(points.reduce((sum, { count }) => sum + count, 0)).toBe(all.length);
        expect(Math.max(...points.map(({ max }) => max))).toBe(Math.max(...values));
        expect(Math.min(...points.map(({ min }) => min))).toBe(Math.min(...values));
        expect(points.at(-1)).toMatchObject({ time, last: values.at(-1) });
        expect(points.length).toBeLessThanOrEqual(pointsMax + 1);
      }),
    );
  });

  it('slides: what is older than the window leaves', () => {
    const window = createHistoryWindow(1_000, 10);
    for (let time = 0; time <= 5_000; time += 100) window.append(time, time);
    expect(window.points().map(({ time }) => time)).toEqual([
      4000, 4100, 4200, 4300, 4400, 4500, 4600, 4700, 4800, 4900, 5000,
    ]);
  });

  it('joins what came live before the history was loaded, without doubling it', () => {
    const window = createHistoryWindow(10_000, 1_000);
    window.append(3_000, 30);
    window.append(4_000, 40);
    window.load(series([one(1_000, 10), one(2_000, 20), one(3_000, 30)]));
    expect(window.points().map(({ time, last, count }) => [time, last, count])).toEqual([
      [1000, 10, 1],
      [2000, 20, 1],
      [3000, 30, 1],
      [4000, 40, 1],
    ]);
  });

  it('is the same array until something changes, and takes nothing out of order', () => {
    const window = createHistoryWindow(10_000, 10);
    window.append(2_000, 1);
    const before = window.points();
    window.append(1_000, 5);
    window.append(2_000, 5);
    expect(window.points()).toBe(before);
    window.append(2_001, 5);
    expect(window.points()).not.toBe(before);
  });
});
