import { pool } from '@/lib/database';
import { log } from '@/lib/log';
import { transaction } from '@/lib/transaction';
import { dropRole } from './change-sql-access';
import { cutOff, lockOut } from './cut-off';
import { makeViews } from './make-views';
import { sqlName } from './names';
import { VIEWS_VERSION } from './view-definitions';

/**
 * Makes views of an older version anew, and takes away what a deleted workspace has left. A workspace for which that
 * fails has no views until the next start: said in the log, and no reason not to start.
 */
export async function refreshSqlViews(): Promise<void> {
  const { rows } = await pool().query<{ id: string }>(
    'select workspace_id as id from sql_access where version <> $1',
    [VIEWS_VERSION],
  );
  for (const { id } of rows) {
    await cutOff(sqlName(id));
    await transaction(async (client) => {
      await makeViews(client, id);
      await client.query('update sql_access set version = $2 where workspace_id = $1', [id, VIEWS_VERSION]);
    }).catch((error: unknown) =>
      log().error({ err: error, workspace: id }, 'views of the SQL access could not be made'),
    );
  }
  await dropLeft();
}

async function dropLeft(): Promise<void> {
  const { rows: known } = await pool().query<{ id: string }>('select workspace_id as id from sql_access');
  // Of this database, and ours: roles are shared with the other databases of the same server.
  const { rows: found } = await pool().query<{ name: string }>(
    `select r.rolname as name from pg_roles r join pg_namespace n on n.nspname = r.rolname
      where r.rolname ~ '^ws_[0-9a-z]+$' and n.nspowner = (select oid from pg_roles where rolname = current_user)`,
  );
  const names = new Set(known.map(({ id }) => sqlName(id)));
  for (const { name } of found) {
    if (names.has(name)) continue;
    await lockOut(name)
      .then(() => transaction((client) => dropRole(client, name)))
      .catch((error: unknown) =>
        log().warn({ err: error, role: name }, 'the SQL access of a deleted workspace is left'),
      );
  }
}
