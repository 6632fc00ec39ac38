import type { Bucket, Series } from '@/lib/live/protocol';
import { TILE_BUCKETS, type TilePlace, tileRange } from './tile-grid';

/**
 * A tile of numbers, drawn once: x from 0 to 512 (buckets), y from 0 to 1000 (its least value at the bottom). Zooming,
 * panning and another scale only transform it.
 */
export type DrawnTile = {
  buckets: readonly Bucket[];
  least: number;
  greatest: number;
  line: string;
  band: string;
  /** Stretches without a gap: from first to last reading, and its mean there. */
  strokes: readonly { from: number; to: number; value: number }[];
  gaps: Series['gaps'];
  usualMs: number | null;
  /** Of each bucket; 0: readings. */
  bucketMs: number;
};

export const TILE_HEIGHT = 1_000;
const round = (value: number): number => Math.round(value * 100) / 100;
/** A line breaks where nothing came for this many usual intervals; as the server tells gaps within a tile. */
const GAP_FACTOR = 3;

export function drawTile(place: TilePlace, { buckets, gaps, usualMs, bucketMs }: Series): DrawnTile {
  const { from, to } = tileRange(place);
  let least = Number.POSITIVE_INFINITY;
  let greatest = Number.NEGATIVE_INFINITY;
  for (const [, min, max] of buckets) {
    least = Math.min(least, min);
    greatest = Math.max(greatest, max);
  }
  const height = greatest - least || 1;
  const xOf = (time: number) => round(((time - from) / (to - from)) * TILE_BUCKETS);
  const yOf = (value: number) => round(TILE_HEIGHT * (1 - (value - least) / height));
  const gapStarts = new Set(gaps.map(([start]) => start));
  const stretches: Bucket[][] = [];
  for (const [i, bucket] of buckets.entries()) {
    const before = buckets[i - 1];
    if (!before || gapStarts.has(before[0])) stretches.push([]);
    stretches.at(-1)?.push(bucket);
  }
  const drawn = { line: '', band: '' };
  for (const stretch of stretches) {
    const points = stretch.map(([time, min, max, mean]) => ({
      x: xOf(time),
      ...{ low: yOf(min), high: yOf(max), y: yOf(mean) },
    }));
    drawn.line += path(points.map(({ x, y }) => [x, y]));
    if (bucketMs === 0 || points.every(({ low, high }) => low === high)) continue;
    const up = points.map(({ x, high }) => [x, high] as const);
    const down = points.map(({ x, low }) => [x, low] as const).reverse();
    drawn.band += `${path([...up, ...down])}Z`;
  }
  const strokes = stretches.flatMap((stretch) => {
    const [first, last] = [stretch[0], stretch.at(-1)];
    return first && last ? [{ from: first[0], to: last[0], value: last[3] }] : [];
  });
  return { buckets, strokes, least, greatest, gaps, usualMs, bucketMs, ...drawn };
}

function path(points: readonly (readonly [number, number])[]): string {
  let text = '';
  for (const [x, y] of points) text += `${text === '' ? 'M' : 'L'}${x} ${y}`;
  return text;
}

/** Does the line go on from one tile into the next? */
export function areJoined(left: DrawnTile, right: DrawnTile): boolean {
  const end = left.buckets.at(-1)?.[0];
  const start = right.buckets[0]?.[0];
  const usual = Math.max(left.usualMs ?? 0, right.usualMs ?? 0);
  if (end === undefined || start === undefined || usual === 0) return false;
  // Of a bucket only its last reading has a time: its first one is no earlier than its beginning.
  const first = right.bucketMs > 0 ? Math.floor(start / right.bucketMs) * right.bucketMs : start;
  return first - end <= GAP_FACTOR * usual;
}

/** The bucket whose last reading is nearest to a moment. */
export function nearestBucket(tiles: readonly DrawnTile[], time: number): Bucket | undefined {
  let found: Bucket | undefined;
  for (const { buckets } of tiles) {
    let low = 0;
    let high = buckets.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((buckets[middle]?.[0] ?? 0) < time) low = middle + 1;
      else high = middle;
    }
    for (const bucket of [buckets[low - 1], buckets[low]]) {
      if (!bucket) continue;
      if (!found || Math.abs(bucket[0] - time) < Math.abs(found[0] - time)) found = bucket;
    }
  }
  return found;
}

/** Least and greatest of what lies in a stretch of time; undefined when nothing does. */
export function extremes(
  tiles: readonly DrawnTile[],
  { from, to }: { from: number; to: number },
): { least: number; greatest: number } | undefined {
  let least = Number.POSITIVE_INFINITY;
  let greatest = Number.NEGATIVE_INFINITY;
  for (const tile of tiles) {
    for (const [time, min, max] of tile.buckets) {
      if (time < from || time > to) continue;
      least = Math.min(least, min);
      greatest = Math.max(greatest, max);
    }
  }
  return least <= greatest ? { least, greatest } : undefined;
}
