import type { HistoryPoint } from '@/lib/live/history-window';

export type Summary = { lowest: number; highest: number; mean: number; latest: number };

/** What a stretch of history comes to; undefined when it holds nothing. The mean counts readings, not buckets. */
export function summarise(points: readonly HistoryPoint[]): Summary | undefined {
  const last = points.at(-1);
  if (!last) return undefined;
  let lowest = Number.POSITIVE_INFINITY;
  let highest = Number.NEGATIVE_INFINITY;
  let sum = 0;
  let count = 0;
  for (const point of points) {
    lowest = Math.min(lowest, point.min);
    highest = Math.max(highest, point.max);
    sum += point.mean * point.count;
    count += point.count;
  }
  return { lowest, highest, mean: sum / count, latest: last.last };
}

export type DrawnRow = {
  at: number;
  mean: number | null;
  range: [number, number] | null;
  /** Nothing is drawn on either side of it. */
  isLone: boolean;
};

/** Rows for the chart; where nothing came for three times the usual distance, an empty one breaks the line. */
export function rowsWithGaps(points: readonly HistoryPoint[]): DrawnRow[] {
  const distances = points
    .slice(1)
    .map((point, i) => point.time - (points[i]?.time ?? point.time))
    .sort((a, b) => a - b);
  const gapMs = 3 * (distances[Math.floor(distances.length / 2)] ?? Number.POSITIVE_INFINITY);
  const isApart = (a: HistoryPoint | undefined, b: HistoryPoint | undefined) =>
    !a || !b || b.time - a.time > gapMs;
  return points.flatMap((point, i) => {
    const [before, after] = [points[i - 1], points[i + 1]];
    const row: DrawnRow = {
      at: point.time,
      mean: point.mean,
      range: [point.min, point.max],
      isLone: isApart(before, point) && isApart(point, after),
    };
    if (!before || !isApart(before, point)) return [row];
    return [{ at: (before.time + point.time) / 2, mean: null, range: null, isLone: false }, row];
  });
}
