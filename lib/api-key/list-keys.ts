import type { Caller } from '@/lib/auth/caller';
import { pool } from '@/lib/database';
import { findDatasource } from '@/lib/datasource/find-datasource';
import { keyState } from './key-state';
import type { ApiKeyInfo } from './schema';

type Row = {
  id: string;
  start: string;
  name: string;
  createdAt: Date;
  createdBy: string | null;
  lastUsedAt: Date | null;
  lastUsedFrom: string | null;
  expiresAt: Date | null;
  revokedAt: Date | null;
  replacedById: string | null;
  replacedAt: Date | null;
};

/** The keys of a datasource, newest first. The keys themselves were shown once and are not known. */
export async function listKeys(caller: Caller, datasourceId: string): Promise<ApiKeyInfo[]> {
  await findDatasource(caller, datasourceId, 'key:read');
  const { rows } = await pool().query<Row>(
    `select k.id, k.start, k.name, k.created_at as "createdAt", u.name as "createdBy",
            k.last_used_at as "lastUsedAt", k.last_used_from as "lastUsedFrom", k.expires_at as "expiresAt",
            k.revoked_at as "revokedAt", k.replaced_by_id as "replacedById", r.created_at as "replacedAt"
       from api_key k
       left join user_account u on u.id = k.created_by_id
       left join api_key r on r.id = k.replaced_by_id
      where k.datasource_id = $1
      order by k.created_at desc, k.id desc`,
    [datasourceId],
  );
  const now = new Date();
  return rows.map((row) => ({
    id: row.id,
    start: row.start,
    name: row.name,
    state: keyState(row, now),
    createdAt: row.createdAt.toISOString(),
    createdBy: row.createdBy,
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    lastUsedFrom: row.lastUsedFrom,
    expiresAt: row.expiresAt?.toISOString() ?? null,
    replacedAt: row.replacedAt?.toISOString() ?? null,
    revokedAt: row.revokedAt?.toISOString() ?? null,
  }));
}
