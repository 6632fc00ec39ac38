import { keyState } from './key-state';
import type { ApiKeyInfo, KeyPermission } from './schema';

export type KeyInfoRow = {
  id: string;
  start: string;
  name: string;
  permissions: KeyPermission[];
  allowedAddresses: string[];
  createdAt: Date;
  createdBy: string | null;
  lastUsedAt: Date | null;
  lastUsedFrom: string | null;
  lastUsedAgent: string | null;
  expiresAt: Date | null;
  revokedAt: Date | null;
  replacedById: string | null;
  replacedAt: Date | null;
};

/** Of `api_key k`, `user_account u` who made it, and `api_key r` that replaced it. */
export const KEY_INFO_COLUMNS = `
  k.id, k.start, k.name, k.permissions, k.allowed_addresses as "allowedAddresses", k.created_at as "createdAt",
  u.name as "createdBy", k.last_used_at as "lastUsedAt", k.last_used_from as "lastUsedFrom",
  k.last_used_agent as "lastUsedAgent", k.expires_at as "expiresAt", k.revoked_at as "revokedAt",
  k.replaced_by_id as "replacedById", r.created_at as "replacedAt"`;

export const KEY_INFO_JOINS = `
  left join user_account u on u.id = k.created_by_id
  left join api_key r on r.id = k.replaced_by_id`;

export const keyInfo = (row: KeyInfoRow, now: Date): ApiKeyInfo => ({
  id: row.id,
  start: row.start,
  name: row.name,
  state: keyState(row, now),
  permissions: row.permissions,
  allowedAddresses: row.allowedAddresses,
  createdAt: row.createdAt.toISOString(),
  createdBy: row.createdBy,
  lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  lastUsedFrom: row.lastUsedFrom,
  lastUsedAgent: row.lastUsedAgent,
  expiresAt: row.expiresAt?.toISOString() ?? null,
  replacedAt: row.replacedAt?.toISOString() ?? null,
  revokedAt: row.revokedAt?.toISOString() ?? null,
});
