import type { Numbers } from '../codec/numbers';
import { DaySummary, replaceHours } from '../seal/summarise';
import { DAY_US, dayOf, HOUR_US, lowerBound } from '../times';
import type { FirstLook } from './first-look';
import type { DatasourceSource } from './metric-source';
import { readNumberRows } from './read-rows';
import { readHourDays, readNumberChunks, readNumbers, type SealedDay } from './read-sealed';
import {
  type DayHours,
  mergeNumbers,
  NO_NUMBERS,
  numbersWithin,
  pieceOf,
  type Span,
  touchesHour,
} from './readings';
import { slicesOf } from './slices';

/** A stretch of one metric's history: its readings, or only their sums by hour. Of one metric by ascending time. */
export type Stretch = { metric: number } & (
  | { numbers: Numbers; hours?: undefined }
  | { hours: DayHours; numbers?: undefined }
);

/** Days whose readings are in memory together, of few metrics and of many. */
const SLICE_DAYS = 8;
const METRIC_DAYS_MAX = 32;

/**
 * Passes by every number of some metrics in a span. Rows first, then chunks (read-rows.ts); where both have a time
 * the row wins. Days of which only summaries are kept pass by as hours.
 */
export async function* walkReadings(
  source: DatasourceSource,
  span: Span,
  { sliceDays, look }: { sliceDays?: number; look?: FirstLook | undefined } = {},
): AsyncGenerator<Stretch> {
  const ids = source.metrics.map(({ info }) => info.id);
  const days = sliceDays ?? Math.max(1, Math.min(SLICE_DAYS, Math.floor(METRIC_DAYS_MAX / ids.length)));
  for (const slice of await slicesOf(source, span, days)) {
    const isKnown = look?.span.fromUs === slice.fromUs && look.span.toUs === slice.toUs;
    const { rows, days: sealed } = isKnown ? look.found : await readNumbers(source, ids, slice);
    for (const metric of ids) {
      yield* joinDays(metric, slice, rows.get(metric) ?? NO_NUMBERS, sealed.get(metric) ?? []);
    }
  }
}

/**
 * The same by hours where it can be: summaries of sealed days, readings of the days that have rows (hot, or late
 * ones for a sealed day) and of the hours that the span cuts.
 */
export async function* walkHours(source: DatasourceSource, span: Span): AsyncGenerator<Stretch> {
  const ids = source.metrics.map(({ info }) => info.id);
  const rows = await readNumberRows(source.number, source.places, span);
  const cut = [span.fromUs, span.toUs].filter((us) => us % HOUR_US !== 0).map(dayOf);
  const exactDays = new Set(cut);
  for (const numbers of rows.values()) addDays(numbers, exactDays);
  const chunks = await readNumberChunks(ids, [...exactDays]);
  const summaries = await readHourDays(ids, span);
  for (const metric of ids) {
    const byDay = new Map((summaries.get(metric) ?? []).map((day) => [day.day, day]));
    for (const chunk of chunks.get(metric) ?? []) byDay.set(chunk.day, chunk);
    const days = [...byDay.values()].sort((a, b) => a.day - b.day);
    yield* joinDays(metric, span, rows.get(metric) ?? NO_NUMBERS, days);
  }
}

function* joinDays(
  metric: number,
  span: Span,
  rows: Numbers,
  sealed: readonly SealedDay[],
): Generator<Stretch> {
  let done = 0;
  for (const { day, numbers, hours } of sealed) {
    const start = lowerBound(rows.timesUs, day * DAY_US);
    if (start > done) yield { metric, numbers: pieceOf(rows, done, start) };
    done = lowerBound(rows.timesUs, (day + 1) * DAY_US);
    const ofDay = pieceOf(rows, start, done);
    if (numbers) {
      yield { metric, numbers: mergeNumbers(ofDay, numbersWithin(numbers, span)) };
      continue;
    }
    const kept = withLate(day, hours, ofDay).filter(({ hour }) => touchesHour(span, day, hour));
    yield { metric, hours: { day, hours: kept } };
  }
  if (done < rows.timesUs.length) yield { metric, numbers: pieceOf(rows, done, rows.timesUs.length) };
}

/** A late reading counts only in an hour that has no summary: it may be a repeated one (as it will be packed). */
function withLate(day: number, hours: DayHours['hours'], late: Numbers): DayHours['hours'] {
  if (late.timesUs.length === 0) return hours;
  const summary = new DaySummary(day * DAY_US);
  summary.add(late);
  return replaceHours(summary.finish(), hours);
}

function addDays({ timesUs }: Numbers, days: Set<number>): void {
  for (let i = 0; i < timesUs.length; ) {
    const day = dayOf(timesUs[i] as number);
    days.add(day);
    i = lowerBound(timesUs, (day + 1) * DAY_US);
  }
}
