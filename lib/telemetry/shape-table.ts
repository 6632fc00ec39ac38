import { pool } from '@/lib/database';

/** Metrics of one row: a wider message is cut into several rows of the same time. */
export const SHAPE_METRICS_MAX = 64;
/**
 * Combinations of metrics that a datasource may have. A sender that leaves out what did not change could make as
 * many as it has messages; past this bound a new combination is stored as one row per metric.
 */
export const SHAPES_MAX = 256;

/** With those of one metric each there may be more. */
export const SHAPES_LOADED_MAX = SHAPES_MAX + 4_000;

/** Finds or makes the shape of these metrics (ascending ids); race-safe between processes. */
export async function ensureShape(datasourceId: string, metricIds: readonly number[]): Promise<number> {
  const values = [datasourceId, metricIds];
  const made = await pool().query<{ id: number }>(
    `insert into shape (datasource_id, metric_ids) select id, $2::int[] from datasource where id = $1
     on conflict (datasource_id, metric_ids) do nothing returning id`,
    values,
  );
  if (made.rows[0]) return made.rows[0].id;
  const known = await pool().query<{ id: number }>(
    'select id from shape where datasource_id = $1 and metric_ids = $2::int[]',
    values,
  );
  const row = known.rows[0];
  if (!row) throw new Error(`The datasource ${datasourceId} was deleted.`);
  return row.id;
}
