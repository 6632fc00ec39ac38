'use client';

import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { serverNow, useNow } from '@/components/ui/clock';
import { levelFor, type TilePlace, tilesIn, tilesNear } from './tile-grid';
import { createTileStore, type Tile, type TileStore } from './tile-store';
import type { TimeView } from './time-view';

export type Tiles<T> = {
  /** What there is to draw, oldest first: of one level. */
  drawn: readonly Tile<T>[];
  /** Everything in sight is drawn at its own level. */
  isComplete: boolean;
  failure: unknown;
  store: TileStore<T>;
};

/**
 * Tiles for a view. Until those of its own level are all there, the ones drawn last stay: the picture gets finer, it
 * never goes away.
 */
export function useTiles<T>(
  load: (place: TilePlace, signal: AbortSignal) => Promise<T>,
  view: TimeView,
  widthPx: number,
): Tiles<T> {
  const [store] = useState(() => createTileStore(load, serverNow));
  const version = useSyncExternalStore(store.subscribe, store.version, () => 0);
  const now = useNow();
  const level = levelFor(view, widthPx);
  // biome-ignore lint/correctness/useExhaustiveDependencies: also when time has gone on
  useEffect(() => {
    if (widthPx > 0) store.want(tilesIn(view, level), tilesNear(view, level));
  }, [store, view, level, widthPx, now]);
  useEffect(() => () => store.want([], []), [store]);

  const drawnLevel = useRef(level);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for what the store holds
  return useMemo(() => {
    const wanted = tilesIn(view, level);
    const own = wanted.flatMap((place) => store.tile(place) ?? []);
    const isComplete = own.length === wanted.length;
    const before = tilesIn(view, drawnLevel.current).flatMap((place) => store.tile(place) ?? []);
    if (isComplete || before.length === 0) drawnLevel.current = level;
    const failure = wanted.map((place) => store.failure(place)).find((error) => error !== undefined);
    return { drawn: drawnLevel.current === level ? own : before, isComplete, failure, store };
  }, [store, version, view, level]);
}
