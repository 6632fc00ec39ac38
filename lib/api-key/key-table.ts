import { pool } from '@/lib/database';

/** What the doors know of a key. Times in milliseconds since 1970. */
export type KnownKey = {
  id: string;
  datasource: { id: string; number: number; workspaceId: string };
  expiresAt: number | null;
  revokedAt: number | null;
};

type Row = {
  hash: Buffer;
  id: string;
  datasource_id: string;
  number: number;
  workspace_id: string;
  expires_at: Date | null;
  revoked_at: Date | null;
};

/** The keys with these hashes, by hash in base64; those that do not exist are absent. */
export async function findKeys(hashes: readonly string[]): Promise<Map<string, KnownKey>> {
  const { rows } = await pool().query<Row>({
    name: 'find-keys',
    text: `select k.hash, k.id, k.datasource_id, d.number, d.workspace_id, k.expires_at, k.revoked_at
             from api_key k join datasource d on d.id = k.datasource_id
            where k.hash = any($1::bytea[])`,
    values: [hashes.map((hash) => Buffer.from(hash, 'base64'))],
  });
  return new Map(
    rows.map((row) => [
      row.hash.toString('base64'),
      {
        id: row.id,
        datasource: { id: row.datasource_id, number: row.number, workspaceId: row.workspace_id },
        expiresAt: row.expires_at?.getTime() ?? null,
        revokedAt: row.revoked_at?.getTime() ?? null,
      },
    ]),
  );
}

export type KeyUse = { keyId: string; at: number; address: string | null };

/** Notes when and from where keys were last used. */
export async function saveKeyUses(uses: readonly KeyUse[]): Promise<void> {
  if (uses.length === 0) return;
  await pool().query(
    `update api_key k set last_used_at = u.at, last_used_from = u.address
       from unnest($1::text[], $2::timestamptz[], $3::text[]) as u(id, at, address)
      where k.id = u.id and (k.last_used_at is null or k.last_used_at < u.at)`,
    [uses.map((use) => use.keyId), uses.map((use) => new Date(use.at)), uses.map((use) => use.address)],
  );
}
