import type pg from 'pg';
import { pool } from '@/lib/database';

/** A request that named an `Idempotency-Key`, and what was taken of it. */
export type IdempotencyRow = { apiKeyId: string; keyHash: Buffer; bodyHash: Buffer; accepted: number };

const KEPT = "interval '24 hours'";

/** What was taken under this key within the last day. */
export async function findIdempotencyRow(
  apiKeyId: string,
  keyHash: Buffer,
): Promise<Pick<IdempotencyRow, 'bodyHash' | 'accepted'> | undefined> {
  const { rows } = await pool().query<{ body_hash: Buffer; accepted: number }>(
    `select body_hash, accepted from idempotency_record
      where api_key_id = $1 and key_hash = $2 and at > now() - ${KEPT}`,
    [apiKeyId, keyHash],
  );
  const [row] = rows;
  return row && { bodyHash: row.body_hash, accepted: row.accepted };
}

/** @throws with SQL state 23505 when another process was faster */
export async function addIdempotencyRow(client: pg.ClientBase, row: IdempotencyRow): Promise<void> {
  await client.query(
    `delete from idempotency_record where api_key_id = $1 and key_hash = $2 and at <= now() - ${KEPT}`,
    [row.apiKeyId, row.keyHash],
  );
  await client.query(
    'insert into idempotency_record (api_key_id, key_hash, body_hash, accepted) values ($1, $2, $3, $4)',
    [row.apiKeyId, row.keyHash, row.bodyHash, row.accepted],
  );
}

export async function dropOldIdempotencyRows(): Promise<void> {
  await pool().query(`delete from idempotency_record where at <= now() - ${KEPT}`);
}
