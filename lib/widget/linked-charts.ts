import { pool } from '@/lib/database';
import { shared } from '@/lib/shared-state';
import { widgetSchema } from './schema';

/** What a chart that shows a datasource expects under its data key: two arrays of equal length. */
export type LinkedChart = { dataKey: string; labelsKey: string; valuesKey: string };

type Entry = { charts: Promise<readonly LinkedChart[]>; askedAt: number };

const AGE_MS_MAX = 1_000;
const ENTRIES_MAX = 10_000;

/**
 * The charts of a workspace's assets that show a datasource; at most a second old. Ingest asks for each message
 * that holds a structure, so the answer is remembered, and one query serves all who ask meanwhile.
 */
export function linkedCharts(datasource: {
  id: string;
  workspaceId: string;
}): Promise<readonly LinkedChart[]> {
  const entries = shared('linked-charts', () => new Map<string, Entry>());
  const known = entries.get(datasource.id);
  if (known && Date.now() - known.askedAt < AGE_MS_MAX) return known.charts;
  if (entries.size >= ENTRIES_MAX) entries.clear();
  const entry = { charts: loadCharts(datasource), askedAt: Date.now() };
  entries.set(datasource.id, entry);
  entry.charts.catch(() => {
    if (entries.get(datasource.id) === entry) entries.delete(datasource.id);
  });
  return entry.charts;
}

async function loadCharts(datasource: { id: string; workspaceId: string }): Promise<readonly LinkedChart[]> {
  const { rows } = await pool().query<{ widget: unknown }>(
    `select widget
       from asset a,
            jsonb_path_query(a.document, '$.widgets[*] ? (@.datasourceId == $id)',
                             jsonb_build_object('id', $2::text)) as widget
      where a.workspace_id = $1`,
    [datasource.workspaceId, datasource.id],
  );
  return rows.flatMap(({ widget }) => {
    const known = widgetSchema.safeParse(widget).data;
    // Charts are the kinds that have both keys; a new kind of chart needs no word here.
    if (!known || !('labelsKey' in known)) return [];
    const { dataKey, labelsKey, valuesKey } = known;
    return [{ dataKey, labelsKey, valuesKey }];
  });
}
