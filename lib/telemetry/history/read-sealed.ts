import { historyPool } from '@/lib/database';
import { decodeHours } from '../codec/hours';
import { decodeNumbers, type Numbers } from '../codec/numbers';
import { decodeOthers, type Others } from '../codec/others';
import { dayOf, isoDay } from '../times';
import type { DatasourceSource } from './metric-source';
import { NUMBER_ROWS, numberParameters, unpackRow } from './read-rows';
import { type DayHours, joinNumbers, type Span } from './readings';

/** A sealed day of one metric as it is kept: whole, or (when the readings were given up) summed up by hours. */
export type SealedDay = { day: number } & (
  | { numbers: Numbers; hours?: undefined }
  | { hours: DayHours['hours']; numbers?: undefined }
);

type Row = { metric: number; day: number; hourly: boolean; data: Buffer };

/** Days as whole numbers since 1970: no time zone can shift them. */
const DAY = `(day - date '1970-01-01')`;
export const daysOf = ({ fromUs, toUs }: Span) => [isoDay(dayOf(fromUs)), isoDay(dayOf(toUs - 1))];

/** Everything that is kept of the numbers of metrics in a span: what is not packed, and sealed days. */
export type FoundNumbers = { rows: Map<number, Numbers>; days: Map<number, SealedDay[]> };
export type FoundRow = { metric: number; day: number; sort: 'row' | 'chunk' | 'hours'; data: Buffer };

/** (metric, day, sort, data, first): summaries where only they are left. */
export const foundRows = (rows: string, metricIds: string, days: readonly [string, string]): string => `
  select metric, null::int as day, 'row' as sort, data, null::timestamptz as first from (${rows}) r
  union all
  select metric_id, ${DAY}, 'chunk', data, first
    from chunk where metric_id = any(${metricIds}) and day between ${days[0]}::date and ${days[1]}::date and is_number
  union all
  select metric_id, ${DAY}, 'hours', data, null
    from hour_summary h
   where metric_id = any(${metricIds}) and day between ${days[0]}::date and ${days[1]}::date
     and not exists (select from chunk c where c.metric_id = h.metric_id and c.day = h.day and c.is_number)`;

/** One statement: rows and chunks are of one instant. */
export async function readNumbers(
  { number, places }: Pick<DatasourceSource, 'number' | 'places'>,
  metricIds: readonly number[],
  span: Span,
): Promise<FoundNumbers> {
  const { rows } = await historyPool().query<FoundRow>({
    name: 'history-numbers',
    text: `${foundRows(NUMBER_ROWS, '$7::int[]', ['$8', '$9'])} order by metric, day, first`,
    values: [...numberParameters(number, places, span), [...metricIds], ...daysOf(span)],
  });
  return foundOf(rows);
}

export function foundOf(rows: readonly FoundRow[]): FoundNumbers {
  const messages = rows.filter(({ sort }) => sort === 'row');
  const sealed = rows.filter(({ sort }) => sort !== 'row');
  return {
    rows: new Map(messages.map(({ metric, data }) => [metric, unpackRow(data)])),
    days: gather(sealed.map((row) => ({ ...row, hourly: row.sort === 'hours' }))),
  };
}

/** Numbers of some sealed days; days that have none are absent. */
export async function readNumberChunks(
  metricIds: readonly number[],
  days: readonly number[],
): Promise<Map<number, SealedDay[]>> {
  if (days.length === 0) return new Map();
  const { rows } = await historyPool().query<Row>({
    name: 'history-number-chunks',
    text: `select metric_id as metric, ${DAY} as day, false as hourly, data
             from chunk where metric_id = any($1::int[]) and day = any($2::date[]) and is_number
            order by metric_id, day, first`,
    values: [[...metricIds], days.map(isoDay)],
  });
  return gather(rows);
}

/** Summaries of sealed days, by metric and ascending day. */
export async function readHourDays(
  metricIds: readonly number[],
  span: Span,
): Promise<Map<number, SealedDay[]>> {
  const { rows } = await historyPool().query<Row>({
    name: 'history-hour-days',
    text: `select metric_id as metric, ${DAY} as day, true as hourly, data
             from hour_summary where metric_id = any($1::int[]) and day between $2::date and $3::date
            order by metric_id, day`,
    values: [[...metricIds], ...daysOf(span)],
  });
  return gather(rows);
}

function gather(rows: readonly Row[]): Map<number, SealedDay[]> {
  const byMetric = new Map<number, SealedDay[]>();
  for (const { metric, day, hourly, data } of rows) {
    const days = byMetric.get(metric) ?? [];
    byMetric.set(metric, days);
    if (hourly) {
      days.push({ day, hours: decodeHours(data) });
      continue;
    }
    const numbers = decodeNumbers(data);
    const last = days.at(-1);
    // A day with very many readings is several chunks, one after the other.
    if (last?.day === day && last.numbers) last.numbers = joinNumbers([last.numbers, numbers]);
    else days.push({ day, numbers });
  }
  return byMetric;
}

/** What is no number of sealed days, by metric. */
export async function readOtherDays(metricIds: readonly number[], span: Span): Promise<Map<number, Others>> {
  const { rows } = await historyPool().query<{ metric: number; data: Buffer }>({
    name: 'history-other-days',
    text: `select metric_id as metric, data
             from chunk where metric_id = any($1::int[]) and day between $2::date and $3::date and not is_number
            order by metric_id, day, first`,
    values: [[...metricIds], ...daysOf(span)],
  });
  const byMetric = new Map<number, Others[]>();
  for (const { metric, data } of rows) {
    const parts = byMetric.get(metric) ?? [];
    byMetric.set(metric, parts);
    parts.push(decodeOthers(data));
  }
  return new Map([...byMetric].map(([metric, parts]) => [metric, joinOthers(parts)]));
}

/** Parts that follow each other. */
function joinOthers(parts: readonly Others[]): Others {
  const length = parts.reduce((sum, { timesUs }) => sum + timesUs.length, 0);
  const joined: Others = { timesUs: new Float64Array(length), values: parts.flatMap(({ values }) => values) };
  let at = 0;
  for (const { timesUs } of parts) {
    joined.timesUs.set(timesUs, at);
    at += timesUs.length;
  }
  return joined;
}
