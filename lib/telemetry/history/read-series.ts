import type { MetricInfo, ReadingValue } from '@/lib/live/protocol';
import type { Numbers } from '../codec/numbers';
import { DAY_US, HOUR_US } from '../times';
import { type BucketGrid, bucketGrid, type GridWish, isHourly } from './bucket-grid';
import { Buckets } from './buckets';
import { countSealed } from './count-sealed';
import type { FirstLook } from './first-look';
import { GapFinder } from './gap-finder';
import type { DatasourceSource } from './metric-source';
import { joinNumbers, type Span } from './readings';
import { type Stretch, walkHours, walkReadings } from './walk-numbers';
import { walkOthers } from './walk-others';

/** One metric's part of an answer, in microseconds. */
export type MetricSeries = {
  metric: MetricInfo;
  buckets: Buckets;
  /** Every number of the range, when there are at most as many as points were asked for. */
  raw: Numbers | undefined;
  /** [time, value]: what was no number, the last one of each bucket. */
  others: [number, ReadingValue][];
  gaps: [number, number][];
  usualUs: number | undefined;
  /** What is older is only known by the hour. */
  hourlyUntilUs: number | undefined;
};

export type SeriesWish = GridWish & { gapFactor: number };
/** A line breaks where nothing came for this many usual intervals. */
export const GAP_FACTOR = 3;

/** More readings than this are summed up by the hour, where the width of a bucket is ours to choose. */
const DECODED_MAX = 3_000_000;
const COUNT_FROM_US = 48 * HOUR_US;

/**
 * What metrics of one datasource measured in a range. Short ranges are made from their readings; where buckets are
 * whole hours, from summaries (walk-numbers.ts): a year costs as much as a day.
 */
export async function readSeries(
  source: DatasourceSource,
  span: Span,
  wish: SeriesWish,
  look?: FirstLook,
): Promise<{ grid: BucketGrid; series: MetricSeries[] }> {
  const grid = await chooseGrid(source, span, wish);
  const gatherers = new Map(
    source.metrics.map(({ info }) => [info.id, new Gatherer(info, grid, wish.points)]),
  );
  const gather = async (stretches: AsyncGenerator<Stretch>) => {
    for await (const stretch of stretches) gatherers.get(stretch.metric)?.add(stretch);
  };
  await gather(isHourly(grid) ? walkHours(source, span) : walkReadings(source, span, { look }));
  await readFew(source, span, gatherers, wish.points);
  for await (const { metric, others } of walkOthers(source, span, { lastOfEach: grid })) {
    const gatherer = gatherers.get(metric);
    for (const [i, time] of others.timesUs.entries())
      gatherer?.addOther(time, others.values[i] as ReadingValue);
  }
  return { grid, series: [...gatherers.values()].map((gatherer) => gatherer.finish(wish.gapFactor)) };
}

/** Is a span so short that it is surely made from its readings? Then they may be read with the first question. */
export const isShort = (span: Span, wish: SeriesWish): boolean =>
  span.toUs - span.fromUs < COUNT_FROM_US && !isHourly(bucketGrid(span, wish));

async function chooseGrid(source: DatasourceSource, span: Span, wish: SeriesWish): Promise<BucketGrid> {
  const grid = bucketGrid(span, wish);
  const isOurs = wish.bucketUs === undefined && !isHourly(grid);
  if (!isOurs || span.toUs - span.fromUs < COUNT_FROM_US) return grid;
  const ids = source.metrics.map(({ info }) => info.id);
  const sealed = await countSealed(ids, span);
  return sealed > DECODED_MAX ? bucketGrid(span, { ...wish, atLeastUs: HOUR_US }) : grid;
}

/** Metrics with few readings in a long range, which was made from hours: those are given as they came, too. */
async function readFew(
  source: DatasourceSource,
  span: Span,
  gatherers: Map<number, Gatherer>,
  points: number,
): Promise<void> {
  const few = source.metrics.filter(({ info }) => {
    const gatherer = gatherers.get(info.id);
    return gatherer?.hasHours === true && gatherer.total <= points;
  });
  if (few.length === 0) return;
  const days = Math.ceil((span.toUs - span.fromUs) / (24 * HOUR_US)) + 1;
  for await (const stretch of walkReadings({ ...source, metrics: few }, span, { sliceDays: days })) {
    gatherers.get(stretch.metric)?.addAgain(stretch);
  }
}

/** Gathers what passes by of one metric. */
class Gatherer {
  private readonly buckets: Buckets;
  private readonly gapFinder: GapFinder;
  private raw: Numbers[] | undefined = [];
  private others: [number, ReadingValue][] = [];
  private again: { raw: Numbers[]; gapFinder: GapFinder } | undefined;
  hasHours = false;
  private hourlyUntilUs: number | undefined;

  constructor(
    private readonly metric: MetricInfo,
    private readonly grid: BucketGrid,
    private readonly points: number,
  ) {
    this.buckets = new Buckets(grid);
    this.gapFinder = new GapFinder(grid.widthUs);
  }

  get total(): number {
    return this.buckets.total;
  }

  add({ numbers, hours }: Stretch): void {
    if (hours) {
      this.hasHours ||= hours.hours.length > 0;
      this.buckets.addHours(hours);
      this.gapFinder.addHours(hours);
      const last = hours.hours.at(-1);
      if (last) this.hourlyUntilUs = hours.day * DAY_US + (last.hour + 1) * HOUR_US;
      return;
    }
    this.buckets.addNumbers(numbers);
    this.gapFinder.addNumbers(numbers);
    this.raw?.push(numbers);
    if (this.total > this.points) this.raw = undefined;
  }

  /** Readings of what was first gathered by the hour. */
  addAgain({ numbers, hours }: Stretch): void {
    this.again ??= { raw: [], gapFinder: new GapFinder(this.grid.widthUs) };
    if (hours) {
      this.again = { raw: [], gapFinder: this.gapFinder };
      return;
    }
    this.again.raw.push(numbers);
    this.again.gapFinder.addNumbers(numbers);
  }

  addOther(timeUs: number, value: ReadingValue): void {
    const last = this.others.at(-1);
    const isSameBucket = last && this.buckets.slotOf(last[0]) === this.buckets.slotOf(timeUs);
    if (isSameBucket) this.others[this.others.length - 1] = [timeUs, value];
    else this.others.push([timeUs, value]);
  }

  finish(gapFactor: number): MetricSeries {
    const raw = this.hasHours ? this.again?.raw : this.raw;
    const gapFinder = this.again?.gapFinder ?? this.gapFinder;
    const joined = raw && joinNumbers(raw);
    const isWhole = joined !== undefined && joined.timesUs.length === this.total;
    return {
      metric: this.metric,
      buckets: this.buckets,
      raw: isWhole ? joined : undefined,
      others: this.others,
      gaps: gapFinder.gaps(gapFactor),
      usualUs: gapFinder.usualUs(),
      hourlyUntilUs: this.hourlyUntilUs,
    };
  }
}
