import type pg from 'pg';
import type { Caller } from '@/lib/auth/caller';
import { newId } from '@/lib/ids';
import { newApiKey } from './key-text';
import type { NewApiKey } from './schema';

type Given = {
  name?: string;
  expiresAt?: Date | null;
  permissions?: readonly string[];
  allowedAddresses?: readonly string[];
};

export type NewKeyRow = {
  workspaceId: string;
  id: string;
  hash: Uint8Array<ArrayBuffer>;
  start: string;
  name: string;
  permissions: string[];
  allowedAddresses: string[];
  createdById: string;
  expiresAt: Date | null;
};

/** A fresh key: what the table keeps of it, and what is shown this once. */
export function makeKey(caller: Caller, given: Given = {}): { row: NewKeyRow; shown: NewApiKey } {
  const { key, hash, start } = newApiKey();
  const id = newId('apiKey');
  const row = {
    workspaceId: caller.workspaceId,
    id,
    hash: Uint8Array.from(hash),
    start,
    name: given.name ?? '',
    permissions: [...(given.permissions ?? ['ingest'])],
    allowedAddresses: [...(given.allowedAddresses ?? [])],
    createdById: caller.userId,
    expiresAt: given.expiresAt ?? null,
  };
  return { row, shown: { id, key, start } };
}

/** What a key reaches: one datasource (its page shows the key), several, or null: all of the workspace. */
export type KeyReach = { datasourceId: string } | { datasourceIds: readonly string[] } | null;

export async function insertKey(client: pg.ClientBase, row: NewKeyRow, reach: KeyReach): Promise<void> {
  const scope = reach === null ? 'workspace' : 'datasourceId' in reach ? 'datasource' : 'datasources';
  await client.query(
    `insert into api_key (id, workspace_id, scope, datasource_id, permissions, hash, start, name,
                          allowed_addresses, created_by_id, expires_at)
     values ($1, $2, $3::key_scope, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      row.id,
      row.workspaceId,
      scope,
      reach && 'datasourceId' in reach ? reach.datasourceId : null,
      row.permissions,
      Buffer.from(row.hash),
      row.start,
      row.name,
      row.allowedAddresses,
      row.createdById,
      row.expiresAt,
    ],
  );
  if (reach && 'datasourceIds' in reach)
    await client.query(
      'insert into api_key_datasource (key_id, datasource_id) select $1, unnest($2::text[])',
      [row.id, reach.datasourceIds],
    );
}
