import type pg from 'pg';
import { recordAudit } from '@/lib/audit/record';
import { assertMay, type Caller } from '@/lib/auth/caller';
import { problem } from '@/lib/problem';
import { transaction } from '@/lib/transaction';
import { keysChanged } from './key-cache';
import { isWorking, keyState } from './key-state';

/** Where a key is looked after: at its datasource, or in the settings of the workspace (null). */
export type KeyPlace = { datasourceId: string } | null;

export type LockedKey = {
  id: string;
  start: string;
  name: string;
  datasourceId: string | null;
  /** Null: all of the workspace. */
  datasourceIds: string[] | null;
  permissions: string[];
  allowedAddresses: string[];
  createdAt: Date;
  expiresAt: Date | null;
  revokedAt: Date | null;
  replacedById: string | null;
};

/** What a change answers, and what is written down of it. */
type Changed<T> = { result: T; detail?: Record<string, unknown> };

/**
 * Runs a change of one working key in a transaction that holds its row, so that of two changes at once the
 * second sees what the first did. The doors forget the key after the commit, never before.
 * @param action as it stands in the audit: `key.revoke`
 */
export async function changeKey<T>(
  caller: Caller,
  { place, keyId, action }: { place: KeyPlace; keyId: string; action: string },
  change: (client: pg.ClientBase, key: LockedKey, now: Date) => Promise<Changed<T>>,
): Promise<T> {
  assertMay(caller, 'key:write');
  const result = await transaction(async (client) => {
    const key = await lockKey(client, caller, place, keyId);
    const now = new Date();
    const state = keyState(key, now);
    if (!isWorking(state))
      throw problem('conflict', { detail: `The key ${key.start}… is ${state} already.` });
    const { result, detail } = await change(client, key, now);
    await recordAudit(client, {
      workspaceId: caller.workspaceId,
      userId: caller.userId,
      action,
      subject: keyId,
      detail: { start: key.start, name: key.name, ...detail },
    });
    return result;
  });
  keysChanged(keyId);
  return result;
}

async function lockKey(
  client: pg.ClientBase,
  caller: Caller,
  place: KeyPlace,
  keyId: string,
): Promise<LockedKey> {
  const { rows } = await client.query<LockedKey>(
    `select k.id, k.start, k.name, k.datasource_id as "datasourceId", k.permissions,
            k.allowed_addresses as "allowedAddresses", k.created_at as "createdAt", k.expires_at as "expiresAt",
            k.revoked_at as "revokedAt", k.replaced_by_id as "replacedById",
            case when k.scope = 'datasources' then array(
              select s.datasource_id from api_key_datasource s where s.key_id = k.id) end as "datasourceIds"
       from api_key k
      where k.id = $1 and k.workspace_id = $2
        and case when $3::text is null then k.scope <> 'datasource' else k.datasource_id = $3 end
        for update of k`,
    [keyId, caller.workspaceId, place?.datasourceId ?? null],
  );
  if (!rows[0]) throw problem('not_found', { detail: 'There is no such key.' });
  return rows[0];
}
