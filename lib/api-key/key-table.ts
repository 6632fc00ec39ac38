import { pool } from '@/lib/database';
import { env } from '@/lib/env';
import type { DatasourceRef } from '@/lib/telemetry/message';
import type { TokenBucket } from '@/lib/token-bucket';
import { AllowedAddresses } from './allowed-addresses';
import { readingBuckets, sendingBuckets } from './limits';

/** What the doors know of a key, ready to be checked. Times in milliseconds since 1970. */
export type KnownKey = {
  id: string;
  workspaceId: string;
  /** The only one that it reaches; undefined: there are several, and a request must name one. */
  datasource: DatasourceRef | undefined;
  /** Made for one datasource: it names that one and no other. */
  isOfDatasource: boolean;
  /** Ids of those that it reaches; null: every one of its workspace. */
  datasourceIds: readonly string[] | null;
  /** Of `ingest` and `read`. */
  permissions: ReadonlySet<string>;
  /** Undefined: it may be used from anywhere. */
  allowed: AllowedAddresses | undefined;
  expiresAt: number | null;
  revokedAt: number | null;
  sending: TokenBucket;
  reading: TokenBucket;
};

type Row = {
  hash: Buffer;
  id: string;
  workspace_id: string;
  scope: 'datasource' | 'datasources' | 'workspace';
  permissions: string[];
  allowed_addresses: string[];
  expires_at: Date | null;
  revoked_at: Date | null;
  /** [id, number] of each datasource that it names. */
  datasources: [string, number][] | null;
};

/** The keys with these hashes, by hash in base64; those that do not exist are absent. */
export async function findKeys(hashes: readonly string[]): Promise<Map<string, KnownKey>> {
  const { rows } = await pool().query<Row>({
    name: 'find-keys',
    text: `select k.hash, k.id, k.workspace_id, k.scope::text, k.permissions, k.allowed_addresses, k.expires_at,
                  k.revoked_at,
                  case k.scope
                    when 'datasource' then
                      (select json_agg(json_build_array(d.id, d.number)) from datasource d
                        where d.id = k.datasource_id)
                    when 'datasources' then
                      (select json_agg(json_build_array(d.id, d.number) order by d.id)
                         from api_key_datasource s join datasource d on d.id = s.datasource_id
                        where s.key_id = k.id and d.workspace_id = k.workspace_id)
                  end as datasources
             from api_key k
            where k.hash = any($1::bytea[])`,
    values: [hashes.map((hash) => Buffer.from(hash, 'base64'))],
  });
  return new Map(rows.map((row) => [row.hash.toString('base64'), knownKey(row)]));
}

function knownKey(row: Row): KnownKey {
  const named = row.scope === 'workspace' ? null : (row.datasources ?? []);
  const [sole, second] = named ?? [];
  return {
    id: row.id,
    workspaceId: row.workspace_id,
    datasource: sole && !second ? { id: sole[0], number: sole[1], workspaceId: row.workspace_id } : undefined,
    isOfDatasource: row.scope === 'datasource',
    datasourceIds: named ? named.map(([id]) => id) : null,
    permissions: new Set(row.permissions),
    allowed: row.allowed_addresses.length > 0 ? new AllowedAddresses(row.allowed_addresses) : undefined,
    expiresAt: row.expires_at?.getTime() ?? null,
    revokedAt: row.revoked_at?.getTime() ?? null,
    sending: sendingBuckets().of(row.id, env().INGEST_REQUESTS_PER_SECOND),
    reading: readingBuckets().of(row.id, env().READ_REQUESTS_PER_SECOND),
  };
}
