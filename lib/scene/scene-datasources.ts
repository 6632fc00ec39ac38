import type { SceneReader } from '@/lib/auth/caller';
import { pool } from '@/lib/database';
import { findReadableScene } from './find-readable-scene';

/** Ids of the datasources that a scene's widgets show, for its live stream. */
export async function sceneDatasources(reader: SceneReader, sceneId: string): Promise<string[]> {
  const { workspaceId } = await findReadableScene(reader, sceneId);
  const { rows } = await pool().query<{ id: string }>(
    `select d.id from datasource d
      where d.workspace_id = $1
        and d.id in (
          select link #>> '{}'
            from scene s
            cross join lateral jsonb_path_query(s.document, '$.instances[*].assetId') placed
            join asset a on a.id = placed #>> '{}' and a.workspace_id = $1
            cross join lateral jsonb_path_query(a.document, '$.widgets[*].datasourceId') link
           where s.id = $2)
      order by d.id`,
    [workspaceId, sceneId],
  );
  return rows.map((row) => row.id);
}
