import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LEVELS, levelFor, TILE_BUCKETS, tileRange, tilesIn } from './tile-grid';
import { clampView, panView, presetView, spanOf, zoomView } from './time-view';

const NOW = 1_760_000_000_000;
const YEAR = 365 * 86_400_000;
const reach = { oldest: NOW - YEAR, now: NOW };
const view = fc
  .tuple(fc.integer({ min: NOW - 2 * YEAR, max: NOW }), fc.integer({ min: 100, max: YEAR }))
  .map(([from, span]) => ({ from, to: from + span }));

describe('what a history shows', () => {
  it('zooms around the pointer: what is under it stays there', () => {
    const before = { from: NOW - 100_000, to: NOW - 50_000 };
    const after = zoomView(before, 0.5, 0.2, reach);
    expect(spanOf(after)).toBe(25_000);
    expect(after.from + spanOf(after) * 0.2).toBeCloseTo(before.from + spanOf(before) * 0.2, 3);
  });

  it('never loses sight of the readings, however one pans and zooms', () => {
    const step = fc.oneof(
      fc.double({ min: -3, max: 3, noNaN: true }).map((share) => ({ share })),
      fc.double({ min: 0.1, max: 10, noNaN: true }).map((factor) => ({ factor })),
    );
    fc.assert(
      fc.property(view, fc.array(step, { maxLength: 20 }), (start, steps) => {
        let shown = clampView(start, reach);
        for (const one of steps)
          shown = 'share' in one ? panView(shown, one.share, reach) : zoomView(shown, one.factor, 0.5, reach);
        expect(shown.from).toBeLessThan(reach.now);
        expect(shown.to).toBeGreaterThan(reach.oldest);
        expect(spanOf(shown)).toBeGreaterThanOrEqual(99.9);
      }),
    );
  });

  it('of everything begins with the first reading', () => {
    expect(presetView('all', reach)).toEqual({ from: reach.oldest, to: NOW });
  });
});

describe('the tiles of a view', () => {
  it('cover it, and have no more buckets than there are pixels', () => {
    fc.assert(
      fc.property(view, fc.integer({ min: 200, max: 2_000 }), (shown, px) => {
        const level = levelFor(shown, px);
        const tiles = tilesIn(shown, level).map(tileRange);
        expect(tiles[0]?.from).toBeLessThanOrEqual(shown.from);
        expect(tiles.at(-1)?.to).toBeGreaterThanOrEqual(shown.to);
        expect(tiles.every((tile, i) => i === 0 || tile.from === tiles[i - 1]?.to)).toBe(true);
        expect(spanOf(shown) / (LEVELS[level] ?? 0)).toBeLessThanOrEqual(px);
        expect(tiles.length).toBeLessThanOrEqual(Math.ceil(px / TILE_BUCKETS) + 1);
      }),
    );
  });
});
