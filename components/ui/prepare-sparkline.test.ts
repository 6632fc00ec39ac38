import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prepareSparkline, type SparklinePoint } from './prepare-sparkline';

const MINUTE = 60_000;
const box = { from: 0, to: 60 * MINUTE, width: 96, height: 24 };
const every = (minutes: number, until = 60): SparklinePoint[] =>
  Array.from({ length: until / minutes + 1 }, (_, i) => ({
    time: i * minutes * MINUTE,
    value: 10 + (i % 3),
  }));

describe('a sparkline', () => {
  it('is empty without points, without numbers, and outside its time', () => {
    for (const points of [
      [],
      [{ time: 1, value: null }],
      [{ time: 1, value: Number.NaN }],
      [{ time: -1, value: 3 }],
    ]) {
      expect(prepareSparkline({ ...box, points })).toMatchObject({ isEmpty: true, end: null, gap: null });
    }
  });

  it('ends in a dot while data comes, in a hatch when it is old', () => {
    expect(prepareSparkline({ ...box, points: every(1) })).toMatchObject({ gap: null, end: { x: 93 } });
    const old = prepareSparkline({ ...box, points: every(1, 40) });
    expect(old.end).toBeNull();
    expect(old.gap?.width).toBeGreaterThan(25);
  });

  it('breaks the line where nothing came', () => {
    const points = every(1).filter(({ time }) => time < 20 * MINUTE || time > 40 * MINUTE);
    expect(prepareSparkline({ ...box, points }).line.match(/M/g)).toHaveLength(2);
  });

  it('does not call a slow source old', () => {
    expect(prepareSparkline({ ...box, points: every(10) })).toMatchObject({ gap: null });
  });

  it('keeps the limit in sight', () => {
    const { limitY } = prepareSparkline({ ...box, points: every(1), limit: 100 });
    expect(limitY).toBeCloseTo(3);
  });

  it('draws a steady value through the middle', () => {
    const points = every(1).map(({ time }) => ({ time, value: 7 }));
    expect(prepareSparkline({ ...box, points }).end?.y).toBeCloseTo(12);
  });

  it('stays in its box, whatever comes', () => {
    const point = fc.record({
      time: fc.integer({ min: -MINUTE, max: 61 * MINUTE }),
      value: fc.option(fc.double({ min: -1e9, max: 1e9, noNaN: true })),
    });
    fc.assert(
      fc.property(fc.array(point, { maxLength: 40 }), (given) => {
        const points = given.toSorted((a, b) => a.time - b.time);
        const { line, end } = prepareSparkline({ ...box, points });
        const numbers = [...line.matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)];
        for (const [, x, y] of numbers) {
          expect(Number(x)).toBeGreaterThanOrEqual(0);
          expect(Number(x)).toBeLessThanOrEqual(box.width);
          expect(Number(y)).toBeGreaterThanOrEqual(0);
          expect(Number(y)).toBeLessThanOrEqual(box.height);
        }
        if (end) expect(end.x).toBeLessThanOrEqual(box.width);
      }),
    );
  });
});
