import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Numbers } from '../codec/numbers';
import { HOUR_US } from '../times';
import { bucketGrid } from './bucket-grid';
import { Buckets } from './buckets';
import { lttb, m4 } from './downsample';
import { GapFinder } from './gap-finder';

const readings = fc
  .array(
    fc.tuple(fc.integer({ min: 1, max: 5_000_000 }), fc.double({ noNaN: true, noDefaultInfinity: true })),
    {
      minLength: 1,
      maxLength: 400,
    },
  )
  .map((steps): Numbers => {
    let time = 1.7e15;
    const timesUs = Float64Array.from(steps, ([step]) => {
      time += step;
      return time;
    });
    return { timesUs, values: Float64Array.from(steps, ([, value]) => value) };
  });

const spanOf = ({ timesUs }: Numbers) => ({
  fromUs: timesUs[0] as number,
  toUs: (timesUs.at(-1) as number) + 1,
});

function bucketsOf(numbers: Numbers, points: number): Buckets {
  const buckets = new Buckets(bucketGrid(spanOf(numbers), { points }));
  buckets.addNumbers(numbers);
  return buckets;
}

const points = fc.integer({ min: 1, max: 60 });
const asPairs = ({ timesUs, values }: Numbers) => Array.from(timesUs, (time, i) => `${time} ${values[i]}`);

describe('M4', () => {
  it('loses no extreme: least and greatest of each bucket, its first and its last are there, in order [S6]', () => {
    fc.assert(
      fc.property(readings, points, (numbers, wanted) => {
        const buckets = bucketsOf(numbers, wanted);
        const kept = m4(buckets);
        const all = new Set(asPairs(numbers));
        const pairs = asPairs(kept);
        expect(pairs.every((pair) => all.has(pair))).toBe(true);
        expect(kept.timesUs.length).toBeLessThanOrEqual(4 * buckets.grid.count);
        expect(kept.timesUs.every((time, i) => i === 0 || time >= (kept.timesUs[i - 1] as number))).toBe(
          true,
        );
        const bySlot = new Map<number, number[]>();
        for (const [i, time] of numbers.timesUs.entries()) {
          const slot = buckets.slotOf(time);
          bySlot.set(slot, [...(bySlot.get(slot) ?? []), numbers.values[i] as number]);
        }
        for (const [slot, values] of bySlot) {
          const there = [...kept.values].filter((_, i) => buckets.slotOf(kept.timesUs[i] as number) === slot);
          expect(there).toContain(Math.min(...values));
          expect(there).toContain(Math.max(...values));
          expect([there[0], there.at(-1)]).toEqual([values[0], values.at(-1)]);
        }
      }),
    );
  });

  it('gives the same whether readings come at once or in pieces', () => {
    fc.assert(
      fc.property(readings, points, fc.nat(400), (numbers, wanted, cut) => {
        const whole = bucketsOf(numbers, wanted);
        const pieces = new Buckets(whole.grid);
        const at = Math.min(cut, numbers.timesUs.length);
        pieces.addNumbers({
          timesUs: numbers.timesUs.subarray(0, at),
          values: numbers.values.subarray(0, at),
        });
        pieces.addNumbers({ timesUs: numbers.timesUs.subarray(at), values: numbers.values.subarray(at) });
        expect(asPairs(m4(pieces))).toEqual(asPairs(m4(whole)));
      }),
    );
  });
});

describe('LTTB', () => {
  it('chooses as many readings as asked for, in order, the first and the last among them [S6]', () => {
    fc.assert(
      fc.property(readings, fc.integer({ min: 3, max: 60 }), (numbers, wanted) => {
        const kept = lttb(numbers, wanted);
        const all = new Set(asPairs(numbers));
        expect(asPairs(kept).every((pair) => all.has(pair))).toBe(true);
        expect(kept.timesUs.length).toBe(Math.min(wanted, numbers.timesUs.length));
        expect(kept.timesUs.every((time, i) => i === 0 || time > (kept.timesUs[i - 1] as number))).toBe(true);
        expect(kept.timesUs[0]).toBe(numbers.timesUs[0]);
        expect(kept.timesUs.at(-1)).toBe(numbers.timesUs.at(-1));
      }),
    );
  });

  it('keeps a lone peak', () => {
    const timesUs = Float64Array.from({ length: 1_000 }, (_, i) => i * 1e6);
    const values = Float64Array.from(timesUs, (_, i) => (i === 617 ? 100 : Math.sin(i / 50)));
    expect([...lttb({ timesUs, values }, 20).values]).toContain(100);
  });
});

describe('the buckets of a range', () => {
  it('are never more than asked for, cover it, and are whole hours from an hour on [S4]', () => {
    const from = fc.integer({ min: 0, max: 2e12 }).map((ms) => ms * 1000);
    const length = fc.integer({ min: 1, max: 4e10 }).map((ms) => ms * 1000);
    fc.assert(
      fc.property(
        from,
        length,
        fc.integer({ min: 2, max: 5_000 }),
        fc.boolean(),
        (fromUs, us, wanted, align) => {
          const grid = bucketGrid({ fromUs, toUs: fromUs + us }, { points: wanted, align });
          expect(grid.count).toBeLessThanOrEqual(wanted);
          expect(grid.startUs).toBeLessThanOrEqual(fromUs);
          expect(grid.startUs + grid.count * grid.widthUs).toBeGreaterThanOrEqual(fromUs + us - 1);
          if (grid.widthUs >= HOUR_US)
            expect([grid.widthUs % HOUR_US, grid.startUs % HOUR_US]).toEqual([0, 0]);
          if (align) expect(grid.startUs % grid.widthUs).toBe(0);
        },
      ),
    );
  });
});

describe('gaps', () => {
  it('are stretches far longer than usual, told by the readings around them [S5]', () => {
    const finder = new GapFinder(1e6);
    const minute = 60e6;
    const timesUs = Float64Array.from({ length: 200 }, (_, i) => (i < 100 ? i : i + 30) * minute);
    finder.addNumbers({ timesUs, values: timesUs });
    expect(finder.gaps(3)).toEqual([[99 * minute, 130 * minute]]);
    expect(finder.usualUs()).toBeGreaterThan(0.9 * minute);
    expect(finder.usualUs()).toBeLessThan(1.1 * minute);
    expect(finder.gaps(40)).toEqual([]);
  });

  it('are none where readings are always that rare', () => {
    const finder = new GapFinder(1e6);
    const timesUs = Float64Array.from({ length: 10 }, (_, i) => i * 7 * HOUR_US);
    finder.addNumbers({ timesUs, values: timesUs });
    expect(finder.gaps(3)).toEqual([]);
  });
});
