import type pg from 'pg';
import { recordAudit } from '@/lib/audit/record';
import { assertMay, type Caller } from '@/lib/auth/caller';
import { problem } from '@/lib/problem';
import { transaction } from '@/lib/transaction';
import { insertKey, type KeyReach, makeKey } from './make-key';
import {
  type CreateKey,
  type CreateWorkspaceKey,
  type NewApiKey,
  WORKING_KEYS_MAX,
  WORKSPACE_KEYS_MAX,
} from './schema';

/** Adds a key beside those that work: one for each sender, so that one can be revoked without the others. */
export async function createKey(caller: Caller, datasourceId: string, given: CreateKey): Promise<NewApiKey> {
  assertMay(caller, 'key:write');
  return transaction(async (client) => {
    // The row is held, so that two creations at once can't pass the limit together.
    const { rowCount } = await client.query(
      'select from datasource where id = $1 and workspace_id = $2 for update',
      [datasourceId, caller.workspaceId],
    );
    if (rowCount === 0) throw problem('not_found', { detail: 'There is no such datasource.' });
    if ((await countWorking(client, 'k.datasource_id = $1', datasourceId)) >= WORKING_KEYS_MAX)
      throw problem('conflict', {
        detail: `A datasource may have ${WORKING_KEYS_MAX} working keys. Revoke one first.`,
      });
    return insert(client, caller, given, { datasourceId });
  });
}

/** Adds a key that reaches the whole workspace, or several datasources of it. */
export async function createWorkspaceKey(caller: Caller, given: CreateWorkspaceKey): Promise<NewApiKey> {
  assertMay(caller, 'key:write');
  const { datasourceIds } = given;
  return transaction(async (client) => {
    await client.query('select from workspace where id = $1 for update', [caller.workspaceId]);
    const isOfWorkspace = `k.workspace_id = $1 and k.scope <> 'datasource'`;
    if ((await countWorking(client, isOfWorkspace, caller.workspaceId)) >= WORKSPACE_KEYS_MAX)
      throw problem('conflict', {
        detail: `A workspace may have ${WORKSPACE_KEYS_MAX} working keys of its own. Revoke one first.`,
      });
    if (datasourceIds) await assertOwn(client, caller, datasourceIds);
    return insert(client, caller, given, datasourceIds && { datasourceIds });
  });
}

async function countWorking(client: pg.ClientBase, which: string, id: string): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    `select count(*)::int as count from api_key k
      where ${which} and k.revoked_at is null and (k.expires_at is null or k.expires_at > now())`,
    [id],
  );
  return rows[0]?.count ?? 0;
}

/** Held until the key names them, so that none is deleted in between. */
async function assertOwn(client: pg.ClientBase, caller: Caller, ids: readonly string[]): Promise<void> {
  const { rowCount } = await client.query(
    'select from datasource where workspace_id = $1 and id = any($2::text[]) for key share',
    [caller.workspaceId, ids],
  );
  if (rowCount === ids.length) return;
  const detail = 'One of the datasources does not exist.';
  throw problem('invalid_request', { detail, errors: [{ pointer: '/datasourceIds', detail }] });
}

async function insert(
  client: pg.ClientBase,
  caller: Caller,
  { name, expiresInDays, permissions, allowedAddresses }: CreateKey,
  reach: KeyReach,
): Promise<NewApiKey> {
  const expiresAt = expiresInDays === null ? null : new Date(Date.now() + expiresInDays * 86_400_000);
  const { row, shown } = makeKey(caller, { name, expiresAt, permissions, allowedAddresses });
  await insertKey(client, row, reach);
  await recordAudit(client, {
    workspaceId: caller.workspaceId,
    userId: caller.userId,
    action: 'key.create',
    subject: row.id,
    detail: { start: row.start, name, reach, permissions, allowedAddresses, expiresAt },
  });
  return shown;
}
