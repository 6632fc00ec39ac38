import { recordAudit } from '@/lib/audit/record';
import type { Caller } from '@/lib/auth/caller';
import { pool } from '@/lib/database';
import { findDatasource } from '@/lib/datasource/find-datasource';
import { transaction } from '@/lib/transaction';
import { lockHistory } from '../../lock-history';
import { countPackedDay } from '../../seal/packed-day-table';
import { DAY_US, dayOf, isoDay } from '../../times';
import { type DatasourceSource, findSource } from '../metric-source';
import { timeText } from '../packed-rows';
import type { Span } from '../readings';
import { refusedField } from '../series-query';
import { countReadings } from './count-readings';
import { cutMessages, deleteMessages, planCuts, type ShapeCut } from './delete-rows';
import { deleteSealed } from './delete-sealed';
import type { ReadingsCount, ReadingsQuery } from './readings-schema';
import { retellLatest } from './retell-latest';

/** A transaction touches at most so many messages of each shape: others write into the same table. */
const MESSAGES_AT_ONCE = 5_000;

type Place = { source: DatasourceSource; span: Span; isEveryMetric: boolean };

async function findPlace(datasource: { id: string; number: number }, query: ReadingsQuery): Promise<Place> {
  if (query.from >= query.to) throw refusedField('/from', '`from` must lie before `to`.');
  const keys = query.metrics?.split(',').filter(Boolean);
  if (keys?.length === 0) throw refusedField('/metrics', 'Name at least one data key, or leave it out.');
  const source = await findSource(datasource, keys && [...new Set(keys)]);
  const span = { fromUs: query.from * 1000, toUs: query.to * 1000 };
  return { source, span, isEveryMetric: keys === undefined };
}

/** How many readings a deletion would take. */
export async function previewDeletion(
  caller: Caller,
  datasourceId: string,
  query: ReadingsQuery,
): Promise<ReadingsCount> {
  const { id, number } = await findDatasource(caller, datasourceId, 'datasource:delete');
  return countOf(await findPlace({ id, number }, query), query);
}

async function countOf({ source, span }: Place, { from, to }: ReadingsQuery): Promise<ReadingsCount> {
  const counts = await countReadings(source, span);
  const metrics = source.metrics
    .map(({ info }) => ({ key: info.key, ...(counts.get(info.id) ?? { readings: 0, hours: 0 }) }))
    .filter(({ readings, hours }) => readings > 0 || hours > 0)
    .sort((a, b) => b.readings - a.readings);
  return { from, to, readings: metrics.reduce((sum, one) => sum + one.readings, 0), metrics };
}

/**
 * Deletes the readings of metrics in a range: messages, chunks and summaries, day by day in transactions of bounded size.
 * Broken off, it leaves whole days done and others not; done again it goes on. Written down before it begins.
 * @returns what was there to delete
 */
export async function deleteReadings(
  caller: Caller,
  datasourceId: string,
  query: ReadingsQuery,
): Promise<ReadingsCount> {
  const { id, number } = await findDatasource(caller, datasourceId, 'datasource:delete');
  const place = await findPlace({ id, number }, query);
  const count = await countOf(place, query);
  await transaction((client) =>
    recordAudit(client, {
      ...{ workspaceId: caller.workspaceId, userId: caller.userId },
      ...{ action: 'readings.delete', subject: id },
      detail: {
        from: new Date(query.from).toISOString(),
        to: new Date(query.to).toISOString(),
        metrics: place.isEveryMetric ? null : place.source.metrics.map(({ info }) => info.key),
        readings: count.readings,
      },
    }),
  );
  const metricIds = new Set(place.source.metrics.map(({ info }) => info.id));
  const cuts = place.isEveryMetric ? [] : await planCuts(id, metricIds);
  for (const day of await daysOf(place)) await deleteDay(place, day, cuts);
  await retellLatest(place.source, place.span);
  return count;
}

/** Days of the span on which there is anything, oldest first. */
async function daysOf({ source, span }: Place): Promise<number[]> {
  const { rows } = await pool().query<{ day: number }>(
    `select distinct day - date '1970-01-01' as day from (
       select (time at time zone 'utc')::date as day from message
        where datasource = $1 and time >= $2 and time < $3
       union
       select (time at time zone 'utc')::date from sealing_message
        where datasource = $1 and time >= $2 and time < $3
       union
       select day from chunk where metric_id = any($4::int[]) and day between $5::date and $6::date
       union
       select day from hour_summary where metric_id = any($4::int[]) and day between $5::date and $6::date) d
      order by day`,
    [
      ...[source.number, timeText(span.fromUs), timeText(span.toUs)],
      source.metrics.map(({ info }) => info.id),
      ...[isoDay(dayOf(span.fromUs)), isoDay(dayOf(span.toUs - 1))],
    ],
  );
  return rows.map(({ day }) => day);
}

async function deleteDay(
  { source, span, isEveryMetric }: Place,
  day: number,
  cuts: readonly ShapeCut[],
): Promise<void> {
  const ofDay = {
    fromUs: Math.max(span.fromUs, day * DAY_US),
    toUs: Math.min(span.toUs, (day + 1) * DAY_US),
  };
  const metricIds = new Set(source.metrics.map(({ info }) => info.id));
  const rows = { number: source.number, span: ofDay };
  for (let isDone = false; !isDone; ) {
    isDone = await transaction(async (client) => {
      // Sealing takes the same lock: what it is packing is deleted either before or after, never half.
      await lockHistory(client, source.number);
      const changed = isEveryMetric
        ? await deleteMessages(client, rows, MESSAGES_AT_ONCE)
        : await cutMessages(client, rows, { cuts, metricIds, most: MESSAGES_AT_ONCE });
      if (changed > 0) return false;
      // Only when no message is left: what was packed meanwhile is among the chunks.
      await deleteSealed(client, day, [...metricIds], ofDay);
      await countPackedDay(client, source.id, day, null);
      return true;
    });
  }
}
