import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { niceScale } from './nice-scale';
import { type ChartInput, nearestPoint, prepareChart } from './prepare-chart';
import { tickForm, timeTicks, zoneOffsetMs } from './time-ticks';

const base: ChartInput = {
  kind: 'line',
  points: [35, 42, 38].map((value, i) => ({ label: `1${i}:00`, value })),
  width: 212,
  height: 92,
  formatTick: String,
};
const moves = (path: string) => path.match(/M/g)?.length ?? 0;

describe('the scale of an axis', () => {
  it.each([
    [98, 124, 3, true, [0, 50, 100, 150]],
    [35, 42, 2, false, [35, 40, 45]],
    [-5, 5, 4, false, [-5, -2.5, 0, 2.5, 5]],
    [0, 0, 2, true, [0, 0.5, 1]],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 2, false, [0, 0.5, 1]],
  ])('%s to %s', (low, high, intervals, fromZero, ticks) => {
    const scale = niceScale(low, high, intervals, fromZero);
    expect(scale.ticks).toEqual(ticks);
    expect(scale.ticks.length).toBeLessThanOrEqual(intervals + 1);
  });

  it('holds all values, starts bars at zero, and has ticks in order', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e9, max: 1e9, noNaN: true }),
        fc.double({ min: 0, max: 1e6, noNaN: true }),
        fc.boolean(),
        (low, span, fromZero) => {
          const scale = niceScale(low, low + span, 4, fromZero);
          const slack = (Math.abs(low) + span) * 1e-9 + 1e-9;
          expect(scale.min).toBeLessThanOrEqual(low + slack);
          expect(scale.max).toBeGreaterThanOrEqual(low + span - slack);
          if (fromZero) expect(scale.min <= 0 && scale.max >= 0).toBe(true);
          expect([...scale.ticks].sort((a, b) => a - b)).toEqual(scale.ticks);
          expect(scale.ticks.length).toBeGreaterThan(1);
        },
      ),
    );
  });
});

describe('a chart', () => {
  it('draws one line through all points, left to right, with a label for each that fits', () => {
    const chart = prepareChart(base);
    expect(moves(chart.line)).toBe(1);
    expect(chart.points.map(({ x }) => x)).toEqual([...chart.points.map(({ x }) => x)].sort((a, b) => a - b));
    expect(chart.xTicks.map(({ text }) => text)).toEqual(['10:00', '11:00', '12:00']);
    expect(chart.hasDots).toBe(true);
  });

  it('leaves a gap where a value is missing: it is not zero and nothing is drawn across it', () => {
    const values = [1, 2, Number.NaN, 4, 5];
    const chart = prepareChart({ ...base, points: values.map((value) => ({ label: 'x', value })) });
    expect(moves(chart.line)).toBe(2);
    expect(chart.points[2]?.y).toBeNull();
  });

  it('leaves a gap where nothing came for long', () => {
    const at = [0, 10, 20, 90, 100];
    const points = at.map((moment) => ({ label: 'x', value: 1, at: moment }));
    const chart = prepareChart({ ...base, points, time: { from: 0, to: 100, ticks: [] } });
    expect(moves(chart.line)).toBe(2);
    const [, second, third, fourth] = chart.points;
    expect((fourth?.x ?? 0) - (third?.x ?? 0)).toBeGreaterThan(3 * ((third?.x ?? 0) - (second?.x ?? 0)));
  });

  it('starts bars at zero, also below it, and draws none for a gap', () => {
    const chart = prepareChart({
      ...base,
      kind: 'bar',
      points: [112, -40, Number.NaN].map((value) => ({ label: 'x', value })),
    });
    expect(chart.bars.map(({ index }) => index)).toEqual([0, 1]);
    const [up, down] = chart.bars;
    expect((up?.y ?? 0) + (up?.height ?? 0)).toBeCloseTo(down?.y ?? 0, 0);
  });

  it('keeps a limit far above the values in sight', () => {
    const chart = prepareChart({ ...base, limit: 200 });
    expect(chart.limitY).toBeGreaterThanOrEqual(chart.plot.top);
    expect(prepareChart(base).limitY).toBeNull();
  });

  it('shows between least and greatest where a point stands for several readings', () => {
    const points = [1, 2, 3].map((value) => ({ label: 'x', value, low: value - 1, high: value + 1 }));
    expect(prepareChart({ ...base, points }).band).not.toBe('');
    expect(prepareChart(base).band).toBe('');
  });

  it('names only labels that fit, clipped, and never outside the box', () => {
    const points = Array.from({ length: 40 }, (_, i) => ({
      label: `A rather long machine name ${i}`,
      value: i,
    }));
    const chart = prepareChart({ ...base, kind: 'bar', points });
    expect(chart.xTicks.length).toBeLessThan(4);
    expect(chart.xTicks.every(({ text }) => text.length <= 12)).toBe(true);
    expect(chart.bars).toHaveLength(40);
  });

  it('is finite whatever comes: none, one, equal, huge', () => {
    const value = fc.oneof(fc.double({ min: -1e12, max: 1e12 }), fc.constant(Number.NaN), fc.constant(7));
    fc.assert(
      fc.property(fc.array(value, { maxLength: 40 }), fc.constantFrom('line', 'bar'), (values, kind) => {
        const points = values.map((one) => ({ label: 'x', value: one }));
        const chart = prepareChart({ ...base, kind: kind as 'line' | 'bar', points });
        expect(`${chart.line}${chart.area}${JSON.stringify(chart.bars)}`).not.toMatch(/NaN|Infinity|null/);
        expect(chart.yTicks.every(({ y }) => Number.isFinite(y))).toBe(true);
      }),
    );
  });

  it('finds the point nearest to the pointer', () => {
    const { points } = prepareChart(base);
    expect(nearestPoint(points, 0)).toBe(0);
    expect(nearestPoint(points, 999)).toBe(2);
    expect(nearestPoint([], 5)).toBe(-1);
  });
});

describe('ticks of a time axis', () => {
  it('are round moments of the reader’s clock', () => {
    const from = Date.UTC(2026, 0, 1, 8, 7);
    const ticks = timeTicks(from, from + 3_600_000, 4, 0).map((at) =>
      new Date(at).toISOString().slice(11, 16),
    );
    expect(ticks).toEqual(['08:15', '08:30', '08:45', '09:00']);
  });

  it('follow a zone that is half an hour off', () => {
    const from = Date.UTC(2026, 0, 1, 8, 7);
    const offset = zoneOffsetMs('Asia/Kolkata', from);
    expect(offset).toBe(5.5 * 3_600_000);
    const [first] = timeTicks(from, from + 4 * 3_600_000, 4, offset);
    expect(new Date(first ?? 0).toISOString().slice(11, 16)).toBe('08:30');
  });

  it('stand where months begin when they are far apart', () => {
    const [from, to] = [Date.UTC(2025, 10, 24), Date.UTC(2026, 10, 24)];
    const ticks = timeTicks(from, to, 10, 0).map((at) => new Date(at).toISOString().slice(0, 10));
    expect(ticks.slice(0, 3)).toEqual(['2026-01-01', '2026-03-01', '2026-05-01']);
    const years = timeTicks(Date.UTC(1990, 5), to, 6, 0).map((at) => new Date(at).toISOString().slice(0, 10));
    expect(years.length).toBeGreaterThan(2);
    expect(years.every((day) => day.endsWith('-01-01'))).toBe(true);
  });

  it('are told apart by what differs', () => {
    expect([60_000, 3_600_000, 7 * 86_400_000].map(tickForm)).toEqual(['second', 'minute', 'day']);
  });
});
