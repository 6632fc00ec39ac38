import { pool } from '@/lib/database';
import { type Widget, widgetSchema } from '@/lib/widget/schema';

export type LinkedAsset = {
  id: string;
  name: string;
  /** Its widgets that show this datasource, of the kinds we know. */
  widgets: Widget[];
  /** Of all kinds. */
  count: number;
};

type Row = { id: string; name: string; widgets: unknown[] };

/** The assets of a workspace with widgets that show a datasource, by name. */
export async function findLinkedWidgets(workspaceId: string, datasourceId: string): Promise<LinkedAsset[]> {
  const { rows } = await pool().query<Row>(
    `select a.id, a.name,
            jsonb_path_query_array(a.document, '$.widgets[*] ? (@.datasourceId == $id)',
                                   jsonb_build_object('id', $2::text)) as widgets
       from asset a
      where a.workspace_id = $1
        and jsonb_path_exists(a.document, '$.widgets[*] ? (@.datasourceId == $id)',
                              jsonb_build_object('id', $2::text))
      order by lower(a.name), a.id`,
    [workspaceId, datasourceId],
  );
  return rows.map(({ id, name, widgets }) => ({
    id,
    name,
    count: widgets.length,
    widgets: widgets.flatMap((widget) => widgetSchema.safeParse(widget).data ?? []),
  }));
}
