import { pool } from '@/lib/database';
import { sqlName } from './names';
import { TRANSACTION_SECONDS_MAX } from './schema';

/**
 * Cuts off who reads by SQL in one transaction for too long, which the limits of the role, being defaults, do not forbid:
 * until its end no day that it looked at is packed or dropped, and nothing that was deleted makes room. Answers how many.
 */
export async function endLongReaders(secondsMax = TRANSACTION_SECONDS_MAX): Promise<number> {
  const { rows } = await pool().query<{ id: string }>('select workspace_id as id from sql_access');
  if (rows.length === 0) return 0;
  const { rowCount } = await pool().query(
    `select pg_terminate_backend(pid) from pg_stat_activity
      where usename = any($1) and pg_has_role(current_user, usesysid, 'usage')
        and datname = current_database() and xact_start < now() - make_interval(secs => $2)`,
    [rows.map(({ id }) => sqlName(id)), secondsMax],
  );
  return rowCount ?? 0;
}
