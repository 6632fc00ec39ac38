import type { MetricInfo, MetricKind } from '@/lib/live/protocol';
import { transaction } from '@/lib/transaction';

export type NewMetric = { key: string; kind: MetricKind };
type Row = { id: number; key: string; kind: MetricKind; display_name: string | null; unit: string | null };

const COLUMNS = 'id, key, kind::text as kind, display_name, unit';

const infoOf = (datasourceId: string, row: Row): MetricInfo => ({
  id: row.id,
  datasourceId,
  key: row.key,
  kind: row.kind,
  displayName: row.display_name,
  unit: row.unit,
});

export type AddedMetrics =
  | { outcome: 'added'; metrics: MetricInfo[] }
  /** The datasource would have `count` metrics. */
  | { outcome: 'too_many'; count: number }
  /** The datasource was deleted meanwhile. */
  | { outcome: 'gone' };

/**
 * Makes metrics that do not exist yet, all or none, and answers all that were named. The datasource's row is
 * locked meanwhile, so that two processes can't exceed the limit together, nor add to a datasource being deleted.
 */
export async function addMetrics(
  datasourceId: string,
  metrics: readonly NewMetric[],
  metricsMax: number,
): Promise<AddedMetrics> {
  const keys = metrics.map(({ key }) => key);
  try {
    return await transaction(async (client) => {
      const locked = await client.query('select from datasource where id = $1 for no key update', [
        datasourceId,
      ]);
      if (locked.rowCount === 0) return { outcome: 'gone' };
      await client.query(
        `insert into metric (datasource_id, key, kind)
         select $1, key, kind::metric_kind from unnest($2::text[], $3::text[]) as n(key, kind)
         on conflict (datasource_id, key) do nothing`,
        [datasourceId, keys, metrics.map(({ kind }) => kind)],
      );
      const { rows: counts } = await client.query<{ count: number }>(
        'select count(*)::int as count from metric where datasource_id = $1',
        [datasourceId],
      );
      const count = counts[0]?.count ?? 0;
      if (count > metricsMax) throw new TooManyMetrics(count);
      const { rows } = await client.query<Row>(
        `select ${COLUMNS} from metric where datasource_id = $1 and key = any($2::text[])`,
        [datasourceId, keys],
      );
      return { outcome: 'added', metrics: rows.map((row) => infoOf(datasourceId, row)) };
    });
  } catch (error) {
    if (error instanceof TooManyMetrics) return { outcome: 'too_many', count: error.count };
    throw error;
  }
}

/** Undoes the transaction that found it. */
class TooManyMetrics extends Error {
  constructor(readonly count: number) {
    super(`${count} metrics`);
  }
}
