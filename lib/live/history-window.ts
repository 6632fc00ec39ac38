import type { Series } from './protocol';

/** What happened to a metric within one bucket of a window; a single reading is a bucket of one. */
export type HistoryPoint = {
  /** Time of the last reading in it. */
  time: number;
  min: number;
  max: number;
  mean: number;
  last: number;
  count: number;
};

/**
 * The sliding history of one numeric metric: loaded once from the server, then extended by live readings.
 * Buckets lie on a fixed grid, so that a point, once drawn, does not move when the window slides.
 */
export type HistoryWindow = {
  load: (series: Series) => void;
  append: (time: number, value: number) => void;
  /** Points not older than the window; the same array until one changed. */
  points: () => readonly HistoryPoint[];
  lastTime: () => number | undefined;
};

export function createHistoryWindow(windowMs: number, pointsMax: number): HistoryWindow {
  const bucketMs = Math.max(1, windowMs / Math.max(1, pointsMax));
  let points: readonly HistoryPoint[] = [];

  const slotOf = (time: number) => Math.floor(time / bucketMs);

  const push = (list: HistoryPoint[], next: HistoryPoint) => {
    const last = list.at(-1);
    if (last && slotOf(last.time) === slotOf(next.time)) list[list.length - 1] = joined(last, next);
    else list.push(next);
  };

  const trimmed = (list: HistoryPoint[]) => {
    const oldest = (list.at(-1)?.time ?? 0) - windowMs;
    const from = list.findIndex((point) => point.time >= oldest);
    return from > 0 ? list.slice(from) : list;
  };

  return {
    load: (series) => {
      const list: HistoryPoint[] = [];
      for (const [time, min, max, mean, last, count] of series.buckets) {
        push(list, { time, min, max, mean, last, count });
      }
      // What arrived live while the server was asked is newer than its answer.
      const loadedTill = list.at(-1)?.time ?? Number.NEGATIVE_INFINITY;
      for (const point of points) if (point.time > loadedTill) push(list, point);
      points = trimmed(list);
    },
    append: (time, value) => {
      const last = points.at(-1);
      if (last && time <= last.time) return;
      const list = [...points];
      push(list, { time, min: value, max: value, mean: value, last: value, count: 1 });
      points = trimmed(list);
    },
    points: () => points,
    lastTime: () => points.at(-1)?.time,
  };
}

function joined(a: HistoryPoint, b: HistoryPoint): HistoryPoint {
  const count = a.count + b.count;
  return {
    time: b.time,
    min: Math.min(a.min, b.min),
    max: Math.max(a.max, b.max),
    mean: (a.mean * a.count + b.mean * b.count) / count,
    last: b.last,
    count,
  };
}
