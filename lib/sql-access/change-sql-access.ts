import type pg from 'pg';
import { recordAudit } from '@/lib/audit/record';
import { assertMay, type Caller } from '@/lib/auth/caller';
import { pool } from '@/lib/database';
import { databasePlace } from '@/lib/database-place';
import { log } from '@/lib/log';
import { problem } from '@/lib/problem';
import { transaction } from '@/lib/transaction';
import { cutOff, lockOut } from './cut-off';
import { joinRole, makePassword, makeRole, quoteName } from './make-role';
import { makeViews } from './make-views';
import { sqlName } from './names';
import { findObstacle } from './read-sql-access';
import type { SqlObstacle } from './schema';
import { VIEWS_VERSION } from './view-definitions';

const OBSTACLES: Record<SqlObstacle, string> = {
  no_port: 'The embedded database takes no connections over the network: set EMBEDDED_SQL_PORT, and restart.',
  no_roles: 'The user in DATABASE_URL may not make roles: give it CREATEROLE.',
  no_schemas: 'The user in DATABASE_URL may not make schemas: grant it CREATE on the database.',
};

/** Lets the workspace's data be read by SQL. Answers the password, which is shown this once. */
export async function enableSqlAccess(caller: Caller): Promise<{ password: string }> {
  assertMay(caller, 'workspace:manage');
  const { obstacle } = await findObstacle(pool());
  if (obstacle) throw problem('conflict', { detail: OBSTACLES[obstacle] });
  const { workspaceId } = caller;
  const { password, verifier } = makePassword();
  await transaction(async (client) => {
    const { rowCount } = await client.query(
      `insert into sql_access (workspace_id, version, created_by_id) values ($1, $2, $3) on conflict do nothing`,
      [workspaceId, VIEWS_VERSION, caller.userId],
    );
    if (rowCount === 0) throw problem('conflict', { detail: 'SQL access is switched on already.' });
    await makeRole(client, sqlName(workspaceId), verifier);
    await makeViews(client, workspaceId);
    await note(client, caller, 'sql.enable');
  });
  return { password };
}

/** A new password instead of the old one, which works no more; who is connected with it is cut off. */
export async function rotateSqlPassword(caller: Caller): Promise<{ password: string }> {
  assertMay(caller, 'workspace:manage');
  const name = sqlName(caller.workspaceId);
  const { password, verifier } = makePassword();
  await transaction(async (client) => {
    const { rowCount } = await client.query(
      'update sql_access set password_set_at = now() where workspace_id = $1',
      [caller.workspaceId],
    );
    if (rowCount === 0) throw isOff();
    await client.query(`alter role ${name} login password '${verifier}'`);
    await note(client, caller, 'sql.rotate');
  });
  await cutOff(name);
  return { password };
}

/** Takes role and views away. */
export async function disableSqlAccess(caller: Caller): Promise<void> {
  assertMay(caller, 'workspace:manage');
  const { workspaceId } = caller;
  await lockOut(sqlName(workspaceId));
  await transaction(async (client) => {
    const { rowCount } = await client.query('delete from sql_access where workspace_id = $1', [workspaceId]);
    if (rowCount === 0) throw isOff();
    await dropRole(client, sqlName(workspaceId));
    await note(client, caller, 'sql.disable');
  });
}

/** Of workspaces that were deleted: their rows are gone already. What fails is done when the server starts again. */
export async function forgetSqlAccess(workspaceIds: readonly string[]): Promise<void> {
  for (const id of workspaceIds) {
    await lockOut(sqlName(id))
      .then(() => transaction((client) => dropRole(client, sqlName(id))))
      .catch((error: unknown) =>
        log().warn({ err: error, workspace: id }, 'the SQL access of a deleted workspace is left'),
      );
  }
}

export async function dropRole(client: pg.ClientBase, name: string): Promise<void> {
  await client.query(`drop schema if exists ${name} cascade`);
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [name]);
  if (rowCount === 0) return;
  await joinRole(client, name);
  // Whatever it got hold of in this database: the role could not be dropped before it.
  await client.query(`drop owned by ${name}`);
  const { rows } = await client.query<{ tables: string }>(`select quote_ident(current_schema()) as tables`);
  await client.query(`revoke usage on schema ${rows[0]?.tables ?? 'public'} from ${name}`);
  await client.query(`revoke all on database ${quoteName(databasePlace().database)} from ${name}`);
  await client.query(`drop role ${name}`);
}

const isOff = () => problem('not_found', { detail: 'SQL access is switched off.' });

const note = (client: pg.ClientBase, { workspaceId, userId }: Caller, action: string) =>
  recordAudit(client, { workspaceId, userId, action, subject: workspaceId, detail: {} });
