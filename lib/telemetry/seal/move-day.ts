import pg from 'pg';
import { pool } from '@/lib/database';
import { log } from '@/lib/log';
import { transaction } from '@/lib/transaction';
import { isoDay } from '../times';
import { partitionOf } from './sealed-days';

/**
 * Taking a partition out of `message` needs a moment in which nobody uses `message`; whoever comes meanwhile waits
 * behind us. So we wait for that moment only briefly (a long reader may hold it up), and come again.
 */
const LOCK_MS = 50;
const LOCK_NOT_AVAILABLE = '55P03';
const DEADLOCK = '40P01';

/**
 * Moves a day's partition from `message` to `sealing_message`, where readers find it and nobody writes. From then on
 * late messages of the day go to `message_default`.
 * @returns false when others held it up: try again later
 */
export async function moveDay(day: number): Promise<boolean> {
  const partition = partitionOf(day);
  const bounds = [isoDay(day), isoDay(day + 1)].map((date) => `'${date} 00:00:00+00'`) as [string, string];
  // Without it PostgreSQL would look through all rows again while everybody waits.
  if (!(await promiseBounds(partition, bounds))) return false;
  return briefly(async (client) => {
    await client.query(`alter table message detach partition ${partition}`);
    await client.query(
      `alter table sealing_message attach partition ${partition} for values from (${bounds[0]}) to (${bounds[1]})`,
    );
    await client.query(
      `insert into sealed_day (day, state) values ($1::date, 'sealing')
       on conflict (day) do update set state = 'sealing', moved_at = now(), sealed_at = null, through = 0`,
      [isoDay(day)],
    );
  });
}

/** Says of a partition, and proves, between which times its rows lie. Answers as `moveDay`. */
async function promiseBounds(partition: string, [starts, ends]: [string, string]): Promise<boolean> {
  const name = `${partition}_time`;
  const { rows } = await pool().query<{ convalidated: boolean }>(
    'select convalidated from pg_constraint where conrelid = $1::regclass and conname = $2',
    [partition, name],
  );
  const done = rows[0];
  if (!done) {
    const added = await briefly(async (client) => {
      await client.query(
        `alter table ${partition} add constraint ${name} check (time >= ${starts} and time < ${ends}) not valid`,
      );
    });
    if (!added) return false;
  }
  // Looks through all rows, and stops nobody meanwhile.
  if (!done?.convalidated) await pool().query(`alter table ${partition} validate constraint ${name}`);
  return true;
}

/** Drops a moved partition of which everything is packed, and says so, at once. Answers as `moveDay`. */
export async function dropDay(day: number): Promise<boolean> {
  return briefly(async (client) => {
    const { rowCount } = await client.query(
      `update sealed_day set state = 'sealed', sealed_at = now() where day = $1::date and state = 'sealing'`,
      [isoDay(day)],
    );
    if (rowCount === 1) await client.query(`drop table ${partitionOf(day)}`);
  });
}

/** Days that never had a partition: their messages lie in the default one, and shall go on doing so. */
export async function markSealed(client: pg.ClientBase, day: number): Promise<void> {
  await client.query(
    `insert into sealed_day (day, state, sealed_at) values ($1::date, 'sealed', now()) on conflict do nothing`,
    [isoDay(day)],
  );
}

async function briefly(work: (client: pg.ClientBase) => Promise<void>): Promise<boolean> {
  try {
    await transaction(async (client) => {
      await client.query(`set local lock_timeout = '${LOCK_MS}ms'`);
      await work(client);
    });
    return true;
  } catch (error) {
    const isHeldUp =
      error instanceof pg.DatabaseError && (error.code === LOCK_NOT_AVAILABLE || error.code === DEADLOCK);
    if (!isHeldUp) throw error;
    log().debug({ err: error }, 'a partition is in use');
    return false;
  }
}
