import type pg from 'pg';
import { isoDay } from '../times';

/** What a row takes beside its data: its head, its columns, its place in the page and in the index. */
const CHUNK_ROW_BYTES = 110;
const SUMMARY_ROW_BYTES = 75;

/**
 * Counts what is packed of a datasource's day, in the transaction that changed it. A day of which nothing is left has
 * no count.
 * @param today when readings were packed; null: some were dropped
 */
export async function countPackedDay(
  client: pg.ClientBase,
  datasourceId: string,
  day: number,
  today: number | null,
): Promise<void> {
  const parameters = [datasourceId, isoDay(day)];
  const metrics = '(select id from metric where datasource_id = $1)';
  await client.query(
    `insert into packed_day (datasource_id, day, readings, chunk_bytes, summary_bytes, packed_on)
     select $1, $2::date, c.readings, c.bytes, h.bytes, coalesce($3::date, $2::date)
       from (select coalesce(sum(count), 0) as readings,
                    coalesce(sum(pg_column_size(data) + ${CHUNK_ROW_BYTES}), 0) as bytes
               from chunk where day = $2::date and metric_id in ${metrics}) c,
            (select coalesce(sum(pg_column_size(data) + ${SUMMARY_ROW_BYTES}), 0) as bytes
               from hour_summary where day = $2::date and metric_id in ${metrics}) h
     on conflict (datasource_id, day) do update
        set readings = excluded.readings, chunk_bytes = excluded.chunk_bytes,
            summary_bytes = excluded.summary_bytes, packed_on = coalesce($3::date, packed_day.packed_on)`,
    [...parameters, today === null ? null : isoDay(today)],
  );
  await client.query(
    `delete from packed_day where datasource_id = $1 and day = $2::date and chunk_bytes + summary_bytes = 0`,
    parameters,
  );
}
