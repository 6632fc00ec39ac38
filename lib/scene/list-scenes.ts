import { assertMay, type Caller } from '@/lib/auth/caller';
import { pool } from '@/lib/database';
import { fileUrlOrNull } from '@/lib/storage/file-url';
import type { SceneSummary } from './api-schema';

const SCENES_MAX = 1_000;

type Row = {
  id: string;
  name: string;
  description: string;
  thumbnail_hash: string | null;
  shared: boolean;
  instances: number;
  datasource_ids: string[];
  created_at: Date;
  updated_at: Date;
};

/** The datasources that each scene of a workspace shows, through the widgets of the assets it places. */
const LINKS_SQL = `
  with asset_link as (
    select distinct a.id as asset_id, path #>> '{}' as datasource_id
      from asset a cross join lateral jsonb_path_query(a.document, '$.widgets[*].datasourceId') path
     where a.workspace_id = $1
  ), placed as (
    select distinct s.id as scene_id, path #>> '{}' as asset_id
      from scene s cross join lateral jsonb_path_query(s.document, '$.instances[*].assetId') path
     where s.workspace_id = $1
  ), scene_link as (
    select placed.scene_id, array_agg(distinct d.id order by d.id) as datasource_ids
      from placed
      join asset_link using (asset_id)
      join datasource d on d.id = asset_link.datasource_id and d.workspace_id = $1
     group by placed.scene_id
  )`;

/** The workspace's scenes, the last changed first; `search` looks into names and descriptions. */
export async function listScenes(caller: Caller, { search = '' } = {}): Promise<SceneSummary[]> {
  assertMay(caller, 'scene:read');
  const { rows } = await pool().query<Row>(
    `${LINKS_SQL}
     select s.id, s.name, s.description, s.thumbnail_hash, s.share_token is not null as shared,
            jsonb_array_length(jsonb_path_query_array(s.document, '$.instances[*]')) as instances,
            coalesce(l.datasource_ids, '{}') as datasource_ids, s.created_at, s.updated_at
       from scene s left join scene_link l on l.scene_id = s.id
      where s.workspace_id = $1
        and ($2 = '' or position(lower($2) in lower(concat_ws(' ', s.name, s.description))) > 0)
      order by s.updated_at desc, s.id limit ${SCENES_MAX}`,
    [caller.workspaceId, search.trim()],
  );
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    description: row.description,
    thumbnailUrl: fileUrlOrNull(row.thumbnail_hash),
    shared: row.shared,
    instances: row.instances,
    datasourceIds: row.datasource_ids,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  }));
}
