import { problem } from '@/lib/problem';
import type { Numbers } from '../codec/numbers';
import type { BucketGrid } from './bucket-grid';
import type { Buckets } from './buckets';
import { lttb, m4 } from './downsample';
import type { Aggregate, ManySeries, ManySeriesQuestion } from './many-series-schema';
import { findSource } from './metric-source';
import { type MetricSeries, readSeries, type SeriesWish } from './read-series';
import type { Span } from './readings';
import { bandOf } from './series';

type Datasource = { id: string; number: number };
type Question = Omit<ManySeriesQuestion, 'from' | 'to' | 'share'> & { from: number; to: number };
type Point = [number, number | null];

/** More readings than this are not given as they came: that is what exports are for. */
const RAW_MAX = 50_000;
/** LTTB chooses among so many candidates for each point: M4 of finer buckets, so that memory has a bound. */
const CANDIDATE_BUCKETS = 8;
/** Datasources that are read side by side: the pool is for everybody. */
const AT_ONCE = 3;

/** Several metrics of several datasources in one answer, in the order asked for. */
export async function readManySeries(
  datasources: readonly Datasource[],
  question: Question,
): Promise<ManySeries> {
  const span = { fromUs: question.from * 1000, toUs: question.to * 1000 };
  const parts: Part[] = [];
  for (let i = 0; i < datasources.length; i += AT_ONCE) {
    const some = datasources.slice(i, i + AT_ONCE);
    parts.push(...(await Promise.all(some.map((one) => readPart(one, span, question, wishOf(question))))));
  }
  if (question.align) await shareGrid(parts, span, question);
  const found = new Map(
    parts.flatMap(({ grid, series }) =>
      series.map((one) => [`${one.metric.datasourceId}\n${one.metric.key}`, { grid, one }] as const),
    ),
  );
  const series = question.metrics.flatMap(({ datasourceId, key }) => {
    const known = found.get(`${datasourceId}\n${key}`);
    return known ? [answerOf(known.one, known.grid, question)] : [];
  });
  return { from: question.from, to: question.to, series };
}

type Part = { datasource: Datasource; grid: BucketGrid; series: MetricSeries[] };

async function readPart(
  datasource: Datasource,
  span: Span,
  { metrics }: Question,
  wish: SeriesWish,
): Promise<Part> {
  const keys = metrics.filter(({ datasourceId }) => datasourceId === datasource.id).map(({ key }) => key);
  const source = await findSource(datasource, [...new Set(keys)]);
  return { datasource, ...(await readSeries(source, span, wish)) };
}

/** A datasource with very many readings got wider buckets than the others: then all get those. */
async function shareGrid(parts: Part[], span: Span, question: Question): Promise<void> {
  const widest = Math.max(...parts.map(({ grid }) => grid.widthUs));
  for (const [i, part] of parts.entries()) {
    if (part.grid.widthUs === widest) continue;
    parts[i] = await readPart(part.datasource, span, question, { ...wishOf(question), bucketUs: widest });
  }
}

function wishOf({ points, bucketMs, align, gapFactor, aggregate, downsample }: Question): SeriesWish {
  const wish = { points, align, gapFactor, bucketUs: bucketMs && bucketMs * 1000 };
  if (downsample === 'm4') return { ...wish, points: Math.max(1, Math.floor(points / 4)) };
  if (downsample === 'lttb') return { ...wish, points: points * CANDIDATE_BUCKETS };
  return aggregate === 'raw' ? { points: RAW_MAX, gapFactor } : wish;
}

function answerOf(series: MetricSeries, grid: BucketGrid, question: Question): ManySeries['series'][number] {
  const { buckets, bucketMs, ...rest } = bandOf(series, grid);
  const { downsample, aggregate, points } = question;
  if (downsample === 'm4') return { ...rest, bucketMs, points: pairs(series.raw ?? m4(series.buckets)) };
  if (downsample === 'lttb') {
    return { ...rest, bucketMs, points: pairs(lttb(series.raw ?? m4(series.buckets), points)) };
  }
  if (aggregate === 'band') return { ...rest, bucketMs, buckets };
  if (aggregate !== 'raw') {
    return {
      ...rest,
      bucketMs: grid.widthUs / 1000,
      points: aggregated(series.buckets, aggregate, question.align === true),
    };
  }
  if (series.raw) return { ...rest, bucketMs: 0, points: pairs(series.raw) };
  throw problem('too_large', {
    detail: `${series.metric.key} has more than ${RAW_MAX} readings in this range, or only hours of it are kept. Ask for buckets, a shorter range, or an export.`,
  });
}

function pairs({ timesUs, values }: Numbers): Point[] {
  const points: Point[] = [];
  for (let i = 0; i < timesUs.length; i++) points.push([(timesUs[i] as number) / 1000, values[i] as number]);
  return points;
}

const VALUE_OF: Record<Exclude<Aggregate, 'band' | 'raw'>, (buckets: Buckets, slot: number) => number> = {
  min: ({ mins }, slot) => mins[slot] as number,
  max: ({ maxs }, slot) => maxs[slot] as number,
  avg: ({ sums, counts }, slot) => (sums[slot] as number) / (counts[slot] as number),
  last: ({ lasts }, slot) => lasts[slot] as number,
  first: ({ firsts }, slot) => firsts[slot] as number,
  count: ({ counts }, slot) => counts[slot] as number,
  sum: ({ sums }, slot) => sums[slot] as number,
};

/** [start of the bucket, value]; empty buckets only where series shall share their times. */
function aggregated(buckets: Buckets, aggregate: keyof typeof VALUE_OF, withEmpty: boolean): Point[] {
  const { startUs, widthUs, count } = buckets.grid;
  const told = VALUE_OF[aggregate];
  const points: Point[] = [];
  for (let slot = 0; slot < count; slot++) {
    const isEmpty = buckets.counts[slot] === 0;
    if (isEmpty && !withEmpty) continue;
    points.push([(startUs + slot * widthUs) / 1000, isEmpty ? null : told(buckets, slot)]);
  }
  return points;
}
