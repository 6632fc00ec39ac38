import type { Caller } from '@/lib/auth/caller';
import { pool } from '@/lib/database';
import type { AssetUsage } from './api-schema';
import { findAsset } from './find-asset';

type Row = { id: string; name: string; instances: number };

/** What is lost with an asset, and which scenes place it. */
export async function assetUsage(caller: Caller, id: string): Promise<AssetUsage> {
  await findAsset(caller, id, 'asset:read');
  const [scenes, widgets] = await Promise.all([
    pool().query<Row>(
      `select s.id, s.name, jsonb_array_length(placed.instances) as instances
         from scene s
         cross join lateral (
           select jsonb_path_query_array(s.document, '$.instances[*] ? (@.assetId == $id)',
                                         jsonb_build_object('id', $2::text)) as instances
         ) placed
        where s.workspace_id = $1 and jsonb_array_length(placed.instances) > 0
        order by lower(s.name), s.id`,
      [caller.workspaceId, id],
    ),
    pool().query<{ count: number }>(
      `select jsonb_array_length(jsonb_path_query_array(document, '$.widgets[*]')) as count from asset where id = $1`,
      [id],
    ),
  ]);
  return { widgets: widgets.rows[0]?.count ?? 0, scenes: scenes.rows };
}
