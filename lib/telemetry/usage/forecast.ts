import { keptDays } from '../retention/horizon';
import type { KeptDatasource, PackedDay } from '../retention/packed-days';
import type { Retention } from '../retention/schema';
import { lowerBound } from '../times';

/** What a reading takes before any was packed: measured on sensors with two decimal digits (bench/README.md). */
const READING_BYTES = 1.5;
const SUMMARY_BYTES_PER_READING = 0.2;
/** The last packed days tell what a day takes and brings. */
const RECENT_DAYS = 30;
const WEEK = 7;
/** So many times what the last week brought a day is more than a busy day after a quiet one. */
const OUTDOES_WEEK = 2;

export type Forecast = {
  /** Bytes of this datasource in so many days, under its settings and at the rate of now. */
  bytesIn: (days: number) => number;
};

/** @param today as `dayOf` counts */
export function makeForecast(datasource: KeptDatasource, retention: Retention, today: number): Forecast {
  const { days, hotBytes } = datasource;
  const recent = days.filter(({ day }) => day >= today - RECENT_DAYS);
  const readings = sum(recent, 'readings');
  const perDay = readingsPerDay(datasource, today);
  const rawPerDay = perDay * (readings > 0 ? sum(recent, 'chunkBytes') / readings : READING_BYTES);
  // Twice as many readings an hour are summed up in as many bytes; from far more of them come other metrics.
  const isLikeRecent = recent.length > 0 && perDay <= (OUTDOES_WEEK * readings) / recent.length;
  const summaryPerDay = isLikeRecent
    ? sum(recent, 'summaryBytes') / recent.length
    : perDay * SUMMARY_BYTES_PER_READING;
  const kept = keptDays(retention);
  const chunks = sumFrom(days, 'chunkBytes');
  const summaries = sumFrom(days, 'summaryBytes');
  return {
    bytesIn: (ahead) =>
      hotBytes +
      chunks(today + ahead - kept.raw) +
      Math.min(ahead, kept.raw) * rawPerDay +
      summaries(today + ahead - kept.summary) +
      Math.min(ahead, kept.summary) * (perDay > 0 ? summaryPerDay : 0),
  };
}

/** By whole weeks where there is one: weekends are quiet. Who only now began to send much is taken as they send. */
function readingsPerDay({ days, readingsPerDay: now }: KeptDatasource, today: number): number {
  const newest = days.at(-1);
  const oldest = days[0];
  if (!newest || !oldest || newest.day < today - WEEK || oldest.day > newest.day - WEEK + 1) return now;
  const lastWeek = days.filter(({ day }) => day > newest.day - WEEK);
  const usual = sum(lastWeek, 'readings') / WEEK;
  return now > OUTDOES_WEEK * usual ? now : usual;
}

type Column = 'readings' | 'chunkBytes' | 'summaryBytes';

const sum = (days: readonly PackedDay[], column: Column): number =>
  days.reduce((total, day) => total + day[column], 0);

/** The sum of a column from a day on. */
function sumFrom(days: readonly PackedDay[], column: Column): (day: number) => number {
  const sums = new Float64Array(days.length + 1);
  for (let i = days.length - 1; i >= 0; i--) sums[i] = (sums[i + 1] as number) + (days[i]?.[column] ?? 0);
  const own = days.map(({ day }) => day);
  return (day) => sums[lowerBound(own, day)] as number;
}

/** In how many days (at most a year) all together reach so many bytes; undefined: not within a year. */
export function daysUntil(forecasts: readonly Forecast[], bytes: number): number | undefined {
  for (let ahead = 0; ahead <= 365; ahead++) {
    const all = forecasts.reduce((total, { bytesIn }) => total + bytesIn(ahead), 0);
    if (all >= bytes) return ahead;
  }
  return undefined;
}
