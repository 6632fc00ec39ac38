import { expect, it } from 'vitest';
import { prepareGrowth } from './prepare-growth';

const forecast = [
  { days: 30, bytes: 200 },
  { days: 90, bytes: 400 },
  { days: 365, bytes: 1_000 },
];

it('draws what will be against the greatest of it', () => {
  const { bars, cap } = prepareGrowth({ bytes: 100, forecast, storageBytesMax: null });
  expect(bars.map(({ days, kept }) => [days, kept])).toEqual([
    [0, 0.1],
    [30, 0.2],
    [90, 0.4],
    [365, 1],
  ]);
  expect(cap).toBeNull();
});

it('shows what a cap will have dropped', () => {
  const { bars, cap } = prepareGrowth({ bytes: 100, forecast, storageBytesMax: 500 });
  expect(cap).toBe(0.5);
  expect(bars.at(-1)).toEqual({ days: 365, bytes: 500, kept: 0.5, dropped: 0.5 });
  expect(bars[1]?.dropped).toBe(0);
});

it('makes room for a cap above everything, but not for one that is far away', () => {
  expect(prepareGrowth({ bytes: 100, forecast, storageBytesMax: 2_000 })).toMatchObject({ cap: 1 });
  expect(prepareGrowth({ bytes: 100, forecast, storageBytesMax: 2_000 }).bars.at(-1)?.kept).toBe(0.5);
  const far = prepareGrowth({ bytes: 100, forecast, storageBytesMax: 1e9 });
  expect([far.cap, far.bars.at(-1)?.kept]).toEqual([null, 1]);
});

it('of nothing draws nothing', () => {
  const { bars } = prepareGrowth({ bytes: 0, forecast: [{ days: 30, bytes: 0 }], storageBytesMax: null });
  expect(bars.every(({ kept }) => kept === 0)).toBe(true);
});
