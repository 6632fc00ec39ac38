import type { TilePlace } from './tile-grid';
import { bucketMsOf, tileRange } from './tile-grid';

export type Tile<T> = { place: TilePlace; data: T };

type Entry<T> = {
  place: TilePlace;
  tile: Tile<T> | undefined;
  failure: unknown;
  /** When it was asked for; what had not happened by then is not in it. */
  askedAt: number;
  request: AbortController | undefined;
};

export type TileStore<T> = {
  /**
   * Says what is looked at, and what probably will be. Fetches what is missing or has gone on since, what is seen first;
   * gives up requests that nobody waits for any more.
   */
  want: (visible: readonly TilePlace[], near: readonly TilePlace[]) => void;
  /** What is known, be it a little old. */
  tile: (place: TilePlace) => Tile<T> | undefined;
  failure: (place: TilePlace) => unknown;
  /** Tries again what failed. */
  retry: () => void;
  /** Forgets everything: readings were deleted. */
  clear: () => void;
  subscribe: (listener: () => void) => () => void;
  /** Another number after each change. */
  version: () => number;
};

const TILES_MAX = 240;
const VISIBLE_AT_ONCE = 4;
const NEAR_AT_ONCE = 2;
/** A tile that reaches past now is asked for again at most this often. */
const RENEW_MS_MIN = 2_000;

const nameOf = ({ level, index }: TilePlace) => `${level}/${index}`;

export function createTileStore<T>(
  load: (place: TilePlace, signal: AbortSignal) => Promise<T>,
  now: () => number,
): TileStore<T> {
  /** In the order of last use. */
  const entries = new Map<string, Entry<T>>();
  const listeners = new Set<() => void>();
  let visible: readonly TilePlace[] = [];
  let near: readonly TilePlace[] = [];
  let version = 0;

  const tell = () => {
    version += 1;
    for (const listener of listeners) listener();
  };

  const isDue = (entry: Entry<T> | undefined): boolean => {
    if (!entry) return true;
    if (entry.request || entry.failure !== undefined) return false;
    if (!entry.tile) return true;
    const { to } = tileRange(entry.place);
    const hasGoneOn = entry.askedAt < to;
    return hasGoneOn && now() - entry.askedAt >= Math.max(RENEW_MS_MIN, bucketMsOf(entry.place.level));
  };

  const fetchTile = (place: TilePlace) => {
    const name = nameOf(place);
    const known = entries.get(name);
    const request = new AbortController();
    const entry: Entry<T> = known ?? { place, tile: undefined, failure: undefined, askedAt: 0, request };
    entry.request = request;
    entries.set(name, entry);
    const askedAt = now();
    const settle = () => {
      if (entry.request !== request) return false;
      entry.request = undefined;
      return true;
    };
    load(place, request.signal).then(
      (data) => {
        if (!settle()) return;
        entry.tile = { place, data };
        entry.askedAt = askedAt;
        tell();
        work();
      },
      (error: unknown) => {
        if (!settle()) return;
        if (!request.signal.aborted) {
          // What is known already is better than nothing; it is tried again with the next renewal.
          if (entry.tile) entry.askedAt = askedAt;
          else entry.failure = error;
          tell();
        }
        work();
      },
    );
  };

  const running = () => [...entries.values()].filter(({ request }) => request).length;

  const work = () => {
    for (const place of visible) {
      if (running() >= VISIBLE_AT_ONCE) return;
      if (isDue(entries.get(nameOf(place)))) fetchTile(place);
    }
    // Ahead only when what is seen is there, and each once: what is near is not renewed.
    if (visible.some((place) => !entries.get(nameOf(place))?.tile)) return;
    for (const place of near) {
      if (running() >= NEAR_AT_ONCE) return;
      const entry = entries.get(nameOf(place));
      if (tileRange(place).from <= now() && (!entry || (!entry.tile && isDue(entry)))) fetchTile(place);
    }
  };

  const dropUnwanted = () => {
    const wanted = new Set([...visible, ...near].map(nameOf));
    for (const [name, entry] of entries) {
      if (wanted.has(name) || !entry.request) continue;
      entry.request.abort();
      entry.request = undefined;
      if (!entry.tile) entries.delete(name);
    }
    for (const place of [...near, ...visible]) {
      const name = nameOf(place);
      const entry = entries.get(name);
      if (!entry) continue;
      entries.delete(name);
      entries.set(name, entry);
    }
    for (const name of entries.keys()) {
      if (entries.size <= TILES_MAX) break;
      if (!wanted.has(name)) entries.delete(name);
    }
  };

  return {
    want: (nextVisible, nextNear) => {
      visible = nextVisible;
      near = nextNear;
      dropUnwanted();
      work();
    },
    tile: (place) => entries.get(nameOf(place))?.tile,
    failure: (place) => entries.get(nameOf(place))?.failure,
    retry: () => {
      for (const entry of entries.values()) entry.failure = undefined;
      tell();
      work();
    },
    clear: () => {
      for (const entry of entries.values()) entry.request?.abort();
      for (const entry of entries.values()) entry.request = undefined;
      entries.clear();
      tell();
      work();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    version: () => version,
  };
}
