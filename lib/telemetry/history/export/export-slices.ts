import { historyPool } from '@/lib/database';
import { DAY_US, dayOf, isoDay } from '../../times';
import type { DatasourceSource } from '../metric-source';
import { timeText } from '../packed-rows';
import { messagesWithin } from '../read-rows';
import type { Span } from '../readings';

/** About so many readings are in memory at a time. */
const SLICE_READINGS = 250_000;
/** A message has at most so many numbers (a wider one is several rows). */
const ROW_READINGS_MAX = 64;

/**
 * Cuts the days that have readings into slices of about equal load, oldest first. Each slice is read by short queries
 * of its own: an export may take minutes, and a transaction that long would hold up sealing.
 */
export async function exportSlices(source: DatasourceSource, span: Span): Promise<Span[]> {
  const perDay = await countDays(source, span);
  const slices: Span[] = [];
  for (const [day, readings] of [...perDay].sort(([a], [b]) => a - b)) {
    const parts = Math.max(1, Math.ceil(readings / SLICE_READINGS));
    for (let part = 0; part < parts; part++) {
      const start = day * DAY_US;
      const fromUs = Math.max(span.fromUs, start + Math.round((part * DAY_US) / parts));
      const toUs = Math.min(span.toUs, start + Math.round(((part + 1) * DAY_US) / parts));
      if (fromUs < toUs) slices.push({ fromUs, toUs });
    }
  }
  return slices;
}

/** About how many readings each day has. */
async function countDays(source: DatasourceSource, { fromUs, toUs }: Span): Promise<Map<number, number>> {
  const ids = source.metrics.map(({ info }) => info.id);
  const perDay = new Map<number, number>();
  const add = (day: number, readings: number) => perDay.set(day, (perDay.get(day) ?? 0) + readings);
  const { rows } = await historyPool().query<{ day: number; messages: string }>(
    `select ((time at time zone 'utc')::date - date '1970-01-01') as day, count(*) as messages
       from ${messagesWithin('time')} group by 1`,
    [source.number, timeText(fromUs), timeText(toUs)],
  );
  for (const { day, messages } of rows) add(day, Number(messages) * Math.min(ids.length, ROW_READINGS_MAX));
  const { rows: chunks } = await historyPool().query<{ day: number; readings: string }>(
    `select (day - date '1970-01-01') as day, sum(count) as readings from chunk
      where metric_id = any($1::int[]) and day between $2::date and $3::date group by 1`,
    [ids, isoDay(dayOf(Math.max(fromUs, 0))), isoDay(dayOf(toUs - 1))],
  );
  for (const { day, readings } of chunks) add(day, Number(readings));
  return perDay;
}
