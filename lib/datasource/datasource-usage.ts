import type { Caller } from '@/lib/auth/caller';
import { pool } from '@/lib/database';
import { findDatasource } from './find-datasource';
import { findLinkedWidgets } from './find-linked-widgets';
import type { DatasourceUsage } from './schema';

type Counts = { metrics: number; readings: string; since: Date | null; keys: number };

/** What is lost with a datasource, and which assets show it. */
export async function datasourceUsage(caller: Caller, id: string): Promise<DatasourceUsage> {
  await findDatasource(caller, id, 'datasource:read');
  const [{ rows }, linked] = await Promise.all([
    pool().query<Counts>(
      `select (select count(*)::int from metric where datasource_id = $1) as metrics,
              (select coalesce(sum(readings), 0) from ingest_minute where datasource_id = $1) as readings,
              (select min(first_seen_at) from metric where datasource_id = $1) as since,
              (select count(*)::int from api_key
                where datasource_id = $1 and revoked_at is null
                  and (expires_at is null or expires_at > now())) as keys`,
      [id],
    ),
    findLinkedWidgets(caller.workspaceId, id),
  ]);
  const counts = rows[0];
  return {
    metrics: counts?.metrics ?? 0,
    readings: Number(counts?.readings ?? 0),
    since: counts?.since?.toISOString() ?? null,
    keys: counts?.keys ?? 0,
    widgets: linked.reduce((sum, asset) => sum + asset.count, 0),
    assets: linked.map(({ id: assetId, name, count }) => ({ id: assetId, name, widgets: count })),
  };
}
