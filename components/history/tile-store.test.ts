import { describe, expect, it, vi } from 'vitest';
import { bucketMsOf, type TilePlace, tileMsOf } from './tile-grid';
import { createTileStore } from './tile-store';

const LEVEL = 9;
const tile = (index: number): TilePlace => ({ level: LEVEL, index });
/** After everything but tile 1000, which reaches past it. */
const NOW = 1_000 * tileMsOf(LEVEL) + 10_000;

function setUp() {
  const waiting = new Map<number, { resolve: (data: string) => void; reject: (error: unknown) => void }>();
  const aborted: number[] = [];
  const clock = { now: NOW };
  const load = vi.fn(
    ({ index }: TilePlace, signal: AbortSignal) =>
      new Promise<string>((resolve, reject) => {
        waiting.set(index, { resolve, reject });
        signal.addEventListener('abort', () => {
          aborted.push(index);
          reject(signal.reason);
        });
      }),
  );
  const store = createTileStore(load, () => clock.now);
  const asked = () => load.mock.calls.map(([{ index }]) => index);
  const answer = async (...indices: number[]) => {
    for (const index of indices) waiting.get(index)?.resolve(`tile ${index}`);
    await Promise.resolve();
    await Promise.resolve();
  };
  return { store, load, asked, answer, waiting, aborted, clock };
}

describe('tiles of a history', () => {
  it('are fetched once, what is seen before what is near', async () => {
    const { store, asked, answer } = setUp();
    store.want([tile(10), tile(11)], [tile(12), tile(9)]);
    expect(asked()).toEqual([10, 11]);
    await answer(10, 11);
    expect(asked()).toEqual([10, 11, 12, 9]);
    await answer(12, 9);
    store.want([tile(11), tile(12)], [tile(13), tile(10)]);
    expect(asked()).toEqual([10, 11, 12, 9, 13]);
    expect(store.tile(tile(12))?.data).toBe('tile 12');
  });

  it('that nobody waits for any more are given up', async () => {
    const { store, aborted, answer } = setUp();
    store.want([tile(10), tile(11)], []);
    store.want([tile(11), tile(12)], []);
    expect(aborted).toEqual([10]);
    await answer(10, 11);
    expect([store.tile(tile(10)), store.tile(tile(11))?.data]).toEqual([undefined, 'tile 11']);
  });

  it('that reach past now are renewed, and stay in sight meanwhile', async () => {
    const { store, asked, answer, clock } = setUp();
    store.want([tile(999), tile(1_000)], []);
    await answer(999, 1_000);
    store.want([tile(999), tile(1_000)], []);
    expect(asked()).toEqual([999, 1_000]);
    clock.now += Math.max(2_000, bucketMsOf(LEVEL));
    store.want([tile(999), tile(1_000)], []);
    expect(asked()).toEqual([999, 1_000, 1_000]);
    expect(store.tile(tile(1_000))?.data).toBe('tile 1000');
  });

  it('that failed say so, and are tried again when asked', async () => {
    const { store, asked, answer, waiting } = setUp();
    store.want([tile(10)], []);
    waiting.get(10)?.reject(new Error('away'));
    await answer();
    expect(store.failure(tile(10))).toBeInstanceOf(Error);
    store.want([tile(10)], []);
    expect(asked()).toEqual([10]);
    store.retry();
    expect(asked()).toEqual([10, 10]);
    await answer(10);
    expect([store.failure(tile(10)), store.tile(tile(10))?.data]).toEqual([undefined, 'tile 10']);
  });
});
