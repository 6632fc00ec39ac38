import type pg from 'pg';
import { sqlName } from './names';

/** Takes all views away before tables change under them; `refreshSqlViews` makes them again. */
export async function hideSqlViews(client: pg.ClientBase): Promise<void> {
  const { rows: tables } = await client.query(`select from pg_class where oid = to_regclass('sql_access')`);
  if (tables.length === 0) return;
  const { rows } = await client.query<{ id: string }>(
    'update sql_access set version = 0 returning workspace_id as id',
  );
  for (const { id } of rows) {
    // A view that somebody reads could not be dropped.
    await client.query(
      `select pg_terminate_backend(pid, 2000) from pg_stat_activity
        where usename = $1 and pg_has_role(current_user, usesysid, 'usage')`,
      [sqlName(id)],
    );
    const { rows: views } = await client.query<{ name: string }>(
      'select viewname as name from pg_views where schemaname = $1',
      [sqlName(id)],
    );
    for (const { name } of views) await client.query(`drop view if exists ${sqlName(id)}.${name} cascade`);
  }
}
