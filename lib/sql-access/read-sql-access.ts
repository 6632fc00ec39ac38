import type pg from 'pg';
import { assertMay, type Caller } from '@/lib/auth/caller';
import { pool } from '@/lib/database';
import { databasePlace } from '@/lib/database-place';
import { sqlName } from './names';
import type { SqlAccess, SqlObstacle } from './schema';

type Rights = { user: string; may_make_roles: boolean; may_make_schemas: boolean };

/** Whether people with Grafana or Power BI may read the workspace's data by SQL, and how they connect. */
export async function readSqlAccess(caller: Caller): Promise<SqlAccess> {
  assertMay(caller, 'workspace:manage');
  const { rows } = await pool().query<{ password_set_at: Date }>(
    'select password_set_at from sql_access where workspace_id = $1',
    [caller.workspaceId],
  );
  const place = databasePlace();
  const { user, obstacle } = await findObstacle(pool());
  return {
    isOn: rows.length > 0,
    obstacle,
    databaseUser: user,
    host: place.kind === 'embedded' ? '127.0.0.1' : place.host,
    port: place.port ?? 0,
    database: place.database,
    user: sqlName(caller.workspaceId),
    passwordSetAt: rows[0]?.password_set_at.toISOString() ?? null,
  };
}

export async function findObstacle(
  client: Pick<pg.Pool, 'query'>,
): Promise<{ user: string; obstacle: SqlObstacle | null }> {
  const { rows } = await client.query<Rights>(
    `select current_user as user, rolsuper or rolcreaterole as may_make_roles,
            has_database_privilege(current_database(), 'create') as may_make_schemas
       from pg_roles where rolname = current_user`,
  );
  const [rights] = rows;
  const place = databasePlace();
  const user = rights?.user ?? '';
  if (place.kind === 'embedded' && place.port === undefined) return { user, obstacle: 'no_port' };
  if (!rights?.may_make_roles) return { user, obstacle: 'no_roles' };
  return { user, obstacle: rights.may_make_schemas ? null : 'no_schemas' };
}
