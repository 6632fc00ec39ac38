import { assertMay, type Caller } from '@/lib/auth/caller';
import { pool } from '@/lib/database';
import { fileUrl, fileUrlOrNull } from '@/lib/storage/file-url';
import type { AssetSummary } from './api-schema';
import { assetStatisticsSchema } from './schema';

const ASSETS_MAX = 1_000;

export type SummaryRow = {
  id: string;
  name: string;
  description: string;
  file_name: string;
  starter_kind: string | null;
  model_hash: string;
  thumbnail_hash: string | null;
  statistics: unknown;
  widgets: number;
  used_in: number;
  created_at: Date;
  updated_at: Date;
};

/** Columns of a summary, over `asset a`. Scenes are unfolded once, whatever the number of assets. */
export const SUMMARY_SQL = `
  with placed as (
    select used.asset_id, count(distinct s.id)::int as scenes
      from scene s
      cross join lateral (
        select path #>> '{}' as asset_id from jsonb_path_query(s.document, '$.instances[*].assetId') path
      ) used
     where s.workspace_id = $1
     group by 1
  )
  select a.id, a.name, a.description, a.file_name, a.starter_kind, a.model_hash, a.thumbnail_hash, a.statistics,
         jsonb_array_length(jsonb_path_query_array(a.document, '$.widgets[*]')) as widgets,
         coalesce(placed.scenes, 0) as used_in, a.created_at, a.updated_at
    from asset a left join placed on placed.asset_id = a.id
   where a.workspace_id = $1`;

export function toSummary(row: SummaryRow): AssetSummary {
  return {
    id: row.id,
    name: row.name,
    description: row.description,
    fileName: row.file_name,
    starterKind: row.starter_kind,
    modelUrl: fileUrl(row.model_hash),
    thumbnailUrl: fileUrlOrNull(row.thumbnail_hash),
    statistics: assetStatisticsSchema.parse(row.statistics),
    widgets: row.widgets,
    usedIn: row.used_in,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}

/** The workspace's assets, the last changed first; `search` looks into names, descriptions and file names. */
export async function listAssets(caller: Caller, { search = '' } = {}): Promise<AssetSummary[]> {
  assertMay(caller, 'asset:read');
  const { rows } = await pool().query<SummaryRow>(
    `${SUMMARY_SQL}
       and ($2 = '' or position(lower($2) in lower(concat_ws(' ', a.name, a.description, a.file_name))) > 0)
     order by a.updated_at desc, a.id limit ${ASSETS_MAX}`,
    [caller.workspaceId, search.trim()],
  );
  return rows.map(toSummary);
}
