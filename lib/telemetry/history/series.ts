import type { Bucket, Series } from '@/lib/live/protocol';
import type { BucketGrid } from './bucket-grid';
import { lookAt } from './first-look';
import { findSource } from './metric-source';
import { GAP_FACTOR, isShort, type MetricSeries, readSeries } from './read-series';

export type SeriesQuestion = {
  datasource: { id: string; number: number };
  /** Data key. */
  metric: string;
  /** Milliseconds; `from` belongs to the range, `to` does not. */
  from: number;
  to: number;
  /** At most this many buckets; a range that has no more readings is given as it came. */
  points: number;
  /** Width of the buckets in milliseconds, in place of `points`. */
  bucketMs?: number | undefined;
  /** Buckets of a round width that begin at multiples of it. */
  align?: boolean | undefined;
};

/**
 * What a metric measured in a range: least, greatest, mean and last of each bucket, so that no peak is lost however
 * long the range. Who may see the datasource is decided before (stream-access.ts).
 * @throws Problem `not_found` when the datasource has no such metric
 */
export async function readOneSeries(question: SeriesQuestion): Promise<Series> {
  const { datasource, from, to, points, bucketMs, align } = question;
  const keys = [question.metric];
  const span = { fromUs: from * 1000, toUs: to * 1000 };
  const wish = { points, align, bucketUs: bucketMs && bucketMs * 1000, gapFactor: GAP_FACTOR };
  const { source, look } = isShort(span, wish)
    ? await lookAt(datasource, keys, span)
    : { source: await findSource(datasource, keys), look: undefined };
  const { grid, series } = await readSeries(source, span, wish, look);
  const [only] = series;
  if (!only) throw new Error('One metric has one series.');
  return { ...bandOf(only, grid), from, to };
}

const toMs = ([from, to]: [number, number]): [number, number] => [from / 1000, to / 1000];

/** As the API tells it: readings when they are few, else buckets; times are those of the last reading in each. */
export function bandOf(series: MetricSeries, grid: BucketGrid): Omit<Series, 'from' | 'to'> {
  const { raw, usualUs, hourlyUntilUs } = series;
  return {
    metric: series.metric,
    bucketMs: raw ? 0 : grid.widthUs / 1000,
    buckets: raw ? rawBuckets(raw) : filledBuckets(series),
    others: series.others.map(([us, value]) => [us / 1000, value]),
    gaps: series.gaps.map(toMs),
    usualMs: usualUs === undefined ? null : usualUs / 1000,
    hourlyUntil: hourlyUntilUs === undefined ? null : hourlyUntilUs / 1000,
  };
}

function rawBuckets({ timesUs, values }: NonNullable<MetricSeries['raw']>): Bucket[] {
  const buckets: Bucket[] = [];
  for (let i = 0; i < timesUs.length; i++) {
    const value = values[i] as number;
    buckets.push([(timesUs[i] as number) / 1000, value, value, value, value, 1]);
  }
  return buckets;
}

function filledBuckets({ buckets }: MetricSeries): Bucket[] {
  const filled: Bucket[] = [];
  for (let slot = 0; slot < buckets.grid.count; slot++) {
    const count = buckets.counts[slot] as number;
    if (count === 0) continue;
    filled.push([
      (buckets.lastTimes[slot] as number) / 1000,
      buckets.mins[slot] as number,
      buckets.maxs[slot] as number,
      (buckets.sums[slot] as number) / count,
      buckets.lasts[slot] as number,
      count,
    ]);
  }
  return filled;
}
