import type pg from 'pg';
import { byteaArray, int4Array, timestamptzArray } from '../binary-arrays';
import { isoDay } from '../times';

/** Rows of `chunk` and `hour_summary` of one day. Who changes them holds the lock of their datasource. */
export type ChunkHead = {
  metricId: number;
  isNumber: boolean;
  count: number;
  firstUs: number;
  lastUs: number;
};
export type ChunkRow = ChunkHead & { data: Buffer };
type ChunkKey = Pick<ChunkHead, 'metricId' | 'isNumber' | 'firstUs'>;

const HEAD = `metric_id as "metricId", is_number as "isNumber", count,
  (extract(epoch from first) * 1000000)::float8 as "firstUs", (extract(epoch from last) * 1000000)::float8 as "lastUs"`;

/** What is packed of these metrics, by metric, sort and time, without the readings. */
export async function readHeads(
  client: pg.ClientBase,
  day: number,
  metricIds: readonly number[],
): Promise<ChunkHead[]> {
  const { rows } = await client.query<ChunkHead>(
    `select ${HEAD} from chunk where metric_id = any($1::int[]) and day = $2::date
      order by metric_id, is_number, first`,
    [int4Array(metricIds), isoDay(day)],
  );
  return rows;
}

export async function readData(client: pg.ClientBase, day: number, key: ChunkKey): Promise<Buffer> {
  const { rows } = await client.query<{ data: Buffer }>(
    `select data from chunk
      where metric_id = $1 and day = $2::date and is_number = $3 and first = ($4::timestamptz[])[1]`,
    [key.metricId, isoDay(day), key.isNumber, timestamptzArray([key.firstUs])],
  );
  const row = rows[0];
  if (!row) throw new Error('A chunk vanished under its lock.');
  return row.data;
}

export async function deleteChunks(
  client: pg.ClientBase,
  day: number,
  keys: readonly ChunkKey[],
): Promise<void> {
  if (keys.length === 0) return;
  await client.query(
    `delete from chunk c using unnest($2::int[], $3::int[], $4::timestamptz[]) as k(metric_id, is_number, first)
      where c.metric_id = k.metric_id and c.day = $1::date and c.is_number = (k.is_number = 1) and c.first = k.first`,
    [
      isoDay(day),
      int4Array(keys.map((key) => key.metricId)),
      int4Array(keys.map((key) => (key.isNumber ? 1 : 0))),
      timestamptzArray(keys.map((key) => key.firstUs)),
    ],
  );
}

export async function insertChunks(
  client: pg.ClientBase,
  day: number,
  rows: readonly ChunkRow[],
): Promise<void> {
  if (rows.length === 0) return;
  await client.query(
    `insert into chunk (metric_id, day, is_number, count, first, last, data)
     select metric_id, $1::date, is_number = 1, count, first, last, data
       from unnest($2::int[], $3::int[], $4::int[], $5::timestamptz[], $6::timestamptz[], $7::bytea[])
            as u(metric_id, is_number, count, first, last, data)`,
    [
      isoDay(day),
      int4Array(rows.map((row) => row.metricId)),
      int4Array(rows.map((row) => (row.isNumber ? 1 : 0))),
      int4Array(rows.map((row) => row.count)),
      timestamptzArray(rows.map((row) => row.firstUs)),
      timestamptzArray(rows.map((row) => row.lastUs)),
      byteaArray(rows.map((row) => row.data)),
    ],
  );
}

/** Packed summaries by metric. */
export async function readSummaries(
  client: pg.ClientBase,
  day: number,
  metricIds: readonly number[],
): Promise<Map<number, Buffer>> {
  const { rows } = await client.query<{ metric_id: number; data: Buffer }>(
    'select metric_id, data from hour_summary where metric_id = any($1::int[]) and day = $2::date',
    [int4Array(metricIds), isoDay(day)],
  );
  return new Map(rows.map((row) => [row.metric_id, row.data]));
}

export async function saveSummaries(
  client: pg.ClientBase,
  day: number,
  summaries: ReadonlyMap<number, Buffer>,
): Promise<void> {
  if (summaries.size === 0) return;
  await client.query(
    `insert into hour_summary (metric_id, day, data)
     select metric_id, $1::date, data from unnest($2::int[], $3::bytea[]) as u(metric_id, data)
     on conflict (metric_id, day) do update set data = excluded.data`,
    [isoDay(day), int4Array([...summaries.keys()]), byteaArray([...summaries.values()])],
  );
}
