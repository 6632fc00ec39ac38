import { assetDocumentKind } from '@/lib/asset/migrations/registry';
import type { Caller } from '@/lib/auth/caller';
import { pool } from '@/lib/database';
import { findReadable } from '@/lib/document/load-document';
import { isKnownWidget } from '@/lib/widget/registry';
import type { WatchedWidget } from './overview-schema';

const ASSETS_MAX = 500;

type Row = { id: string; name: string; document: unknown; scenes: { id: string; name: string }[] };

/** Widgets of the workspace whose alert is on, with the scenes that place their asset. */
export async function findWatchedWidgets(caller: Caller): Promise<WatchedWidget[]> {
  const { rows } = await pool().query<Row>(
    `with placed as (
       select distinct s.id, s.name, path #>> '{}' as asset_id
         from scene s cross join lateral jsonb_path_query(s.document, '$.instances[*].assetId') path
        where s.workspace_id = $1)
     select a.id, a.name, a.document,
            coalesce(json_agg(json_build_object('id', p.id, 'name', p.name) order by lower(p.name), p.id)
                     filter (where p.id is not null), '[]') as scenes
       from asset a left join placed p on p.asset_id = a.id
      where a.workspace_id = $1
        and jsonb_path_exists(a.document, '$.widgets[*] ? (@.alerts.enabled == true)')
      group by a.id order by lower(a.name), a.id limit ${ASSETS_MAX}`,
    [caller.workspaceId],
  );
  return rows.flatMap(({ id, name, document, scenes }) =>
    (findReadable(assetDocumentKind, id, document)?.widgets ?? [])
      .filter(isKnownWidget)
      .filter((widget) => widget.alerts.enabled)
      .map((widget) => ({ asset: { id, name }, scenes, widget })),
  );
}
