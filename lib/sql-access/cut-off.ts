import { pool } from '@/lib/database';
import { log } from '@/lib/log';

/**
 * Ends the connections of a role, and with them whatever they hold: a view that somebody reads can't be dropped. Once the
 * role is gone they have no name any more. Where we may not, they last as long as they like.
 */
export async function cutOff(name: string): Promise<void> {
  await pool()
    .query('select pg_terminate_backend(pid, 2000) from pg_stat_activity where usename = $1', [name])
    .catch((error: unknown) => log().warn({ err: error }, 'connections of the SQL access were not cut off'));
}

/** As `cutOff`, and nobody comes in again. */
export async function lockOut(name: string): Promise<void> {
  const { rowCount } = await pool().query('select from pg_roles where rolname = $1', [name]);
  if (rowCount === 0) return;
  await pool().query(`alter role ${name} nologin`);
  await cutOff(name);
}
