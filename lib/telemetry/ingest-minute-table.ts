import type pg from 'pg';
import { int4Array, textArray, timestamptzArray } from './binary-arrays';
import type { MinuteCount } from './memory';

export type MinuteRow = MinuteCount & { datasourceId: string; minute: number };

/** Adds counts to the minutes of datasources; those that were deleted are passed over. */
export async function addMinutes(client: pg.ClientBase, rows: readonly MinuteRow[]): Promise<void> {
  if (rows.length === 0) return;
  await client.query(
    `insert into ingest_minute (datasource_id, minute, messages, readings, refused)
     select d.id, u.minute, u.messages, u.readings, u.refused
       from unnest($1::text[], $2::timestamptz[], $3::int[], $4::int[], $5::int[])
            as u(id, minute, messages, readings, refused)
       join datasource d on d.id = u.id
      order by d.id, u.minute
     on conflict (datasource_id, minute) do update
       set messages = ingest_minute.messages + excluded.messages,
           readings = ingest_minute.readings + excluded.readings,
           refused = ingest_minute.refused + excluded.refused`,
    [
      textArray(rows.map((row) => row.datasourceId)),
      timestamptzArray(rows.map((row) => row.minute * 1000)),
      int4Array(rows.map((row) => row.messages)),
      int4Array(rows.map((row) => row.readings)),
      int4Array(rows.map((row) => row.refused)),
    ],
  );
}
