import type pg from 'pg';
import { float8Array, int4Array, textArray, timestamptzArray } from './binary-arrays';
import { isoDay } from './times';

/** One row of `message`: the numbers of a shape's metrics in its order, everything else as JSON by metric id. */
export type MessageRow = {
  datasource: number;
  shape: number;
  /** Microseconds since 1970. */
  timeUs: number;
  numbers: readonly number[];
  others: string | null;
};

const insert = (others: boolean) => `
  insert into message (datasource, shape, time, numbers${others ? ', others' : ''})
  select d, s, t, ($4::float8[])[o : o + w - 1]${others ? ', j::jsonb' : ''}
    from unnest($1::int[], $2::int[], $3::timestamptz[], $5::int[], $6::int[]${others ? ', $7::text[]' : ''})
         as x(d, s, t, o, w${others ? ', j' : ''})
  on conflict (datasource, time, shape)
  do update set numbers = excluded.numbers${others ? ', others = coalesce(message.others || excluded.others, excluded.others, message.others)' : ''}`;

const INSERT_NUMBERS = { name: 'insert-numbers', text: insert(false) };
const INSERT_ALL = { name: 'insert-messages', text: insert(true) };

/** Stores rows in one transaction. No two may have the same datasource, time and shape (PostgreSQL refuses it). */
export async function insertMessages(client: pg.ClientBase, rows: readonly MessageRow[]): Promise<void> {
  const datasources: number[] = [];
  const shapes: number[] = [];
  const times: number[] = [];
  const numbers: number[] = [];
  const offsets: number[] = [];
  const widths: number[] = [];
  let hasOthers = false;
  for (const row of rows) {
    datasources.push(row.datasource);
    shapes.push(row.shape);
    times.push(row.timeUs);
    offsets.push(numbers.length + 1);
    widths.push(row.numbers.length);
    for (const value of row.numbers) numbers.push(value);
    if (row.others !== null) hasOthers = true;
  }
  const values = [
    int4Array(datasources),
    int4Array(shapes),
    timestamptzArray(times),
    float8Array(numbers),
    int4Array(offsets),
    int4Array(widths),
  ];
  if (!hasOthers) await client.query({ ...INSERT_NUMBERS, values });
  else await client.query({ ...INSERT_ALL, values: [...values, textArray(rows.map((row) => row.others))] });
}

/** Makes the partition of a day (as `dayOf` counts); days that have none go to the default partition. */
export async function ensurePartition(client: pg.ClientBase, day: number): Promise<void> {
  await client.query('select ensure_message_partition($1::date)', [isoDay(day)]);
}
