import type pg from 'pg';
import { pool } from '@/lib/database';
import { isoDay } from '../times';

/** Days as whole numbers since 1970 (`dayOf`): no time zone can shift them. */
const DAY = `(day - date '1970-01-01')`;

/** Name of a day's partition, before it is moved and after. */
export const partitionOf = (day: number): string => `message_${isoDay(day).replaceAll('-', '')}`;

/** Days that have a partition in `message`, ascending. */
export async function findPartitions(): Promise<number[]> {
  const { rows } = await pool().query<{ day: number }>(
    `select to_date(substring(c.relname from 9), 'YYYYMMDD') - date '1970-01-01' as day
       from pg_inherits i join pg_class c on c.oid = i.inhrelid
      where i.inhparent = 'message'::regclass and c.relname ~ '^message_\\d{8}$' order by day`,
  );
  return rows.map((row) => row.day);
}

/** Days that were moved and are not packed yet, ascending. */
export async function findSealing(): Promise<number[]> {
  const { rows } = await pool().query<{ day: number }>(
    `select ${DAY} as day from sealed_day where state = 'sealing' order by day`,
  );
  return rows.map((row) => row.day);
}

/** Locks the day until the end of the transaction. */
export async function readSealing(
  client: pg.ClientBase,
  day: number,
): Promise<{ through: number } | undefined> {
  const { rows } = await client.query<{ through: number }>(
    `select through from sealed_day where day = $1::date and state = 'sealing' for update`,
    [isoDay(day)],
  );
  return rows[0];
}

export async function saveThrough(client: pg.ClientBase, day: number, datasource: number): Promise<void> {
  await client.query('update sealed_day set through = $2 where day = $1::date', [isoDay(day), datasource]);
}
