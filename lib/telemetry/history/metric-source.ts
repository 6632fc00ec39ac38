import { historyPool } from '@/lib/database';
import type { MetricInfo, MetricKind } from '@/lib/live/protocol';
import { problem } from '@/lib/problem';

/** A metric and where its readings may lie. */
export type MetricSource = {
  info: MetricInfo;
  /** May it have values that are no numbers? */
  mayHaveOthers: boolean;
};

/** Metrics of one datasource and the positions of their numbers in its shapes. */
export type DatasourceSource = {
  id: string;
  /** Of the datasource, in telemetry rows. */
  number: number;
  metrics: MetricSource[];
  places: Places;
};

/** Parallel columns, by shape: in a message of `shapes[i]`, number `positions[i]` is of `metrics[i]`. */
export type Places = { shapes: number[]; positions: number[]; metrics: number[] };

export type MetricRow = {
  id: number;
  key: string;
  kind: MetricKind;
  display_name: string | null;
  unit: string | null;
  mismatches: string | number;
  shapes: number[] | null;
  positions: number[] | null;
};

const noSuchKey = () => problem('not_found', { detail: 'The datasource has no such data key.' });

/**
 * Finds metrics by their data keys, in the order asked for; all of them (by key) when none are named.
 * @throws Problem `not_found` when one does not exist
 */
export async function findSource(
  datasource: { id: string; number: number },
  keys?: readonly string[],
): Promise<DatasourceSource> {
  // One question: where the numbers lie comes with what they are called.
  const { rows } = await historyPool().query<MetricRow>({
    name: keys ? 'history-metrics' : 'history-all-metrics',
    text: `with ${metricTables('$1', keys && '$2')} ${METRIC_ROWS} order by key`,
    values: keys ? [datasource.id, [...keys]] : [datasource.id],
  });
  return sourceOf(datasource, rows, keys);
}

/** Tables of a query: `m`, the metrics, and `p`, the place of each in each shape (shape, position, metric). */
export const metricTables = (datasourceId: string, keys?: string): string => `
  m as (select id, key, kind::text as kind, display_name, unit, mismatches
          from metric where datasource_id = ${datasourceId} ${keys ? `and key = any(${keys}::text[])` : ''}),
  p as (select s.id as shape, x.position::int as position, x.metric
          from shape s cross join lateral unnest(s.metric_ids) with ordinality as x(metric, position)
         where s.datasource_id = ${datasourceId} and s.metric_ids && (select array_agg(id) from m)
           and x.metric in (select id from m))`;

/** Over `metricTables`: a `MetricRow` each. */
export const METRIC_ROWS = `
  select m.*, g.shapes, g.positions
    from m left join (select metric, array_agg(shape) as shapes, array_agg(position) as positions
                        from p group by metric) g on g.metric = m.id`;

export function sourceOf(
  datasource: { id: string; number: number },
  rows: readonly MetricRow[],
  keys: readonly string[] | undefined,
): DatasourceSource {
  const found = new Map(rows.map((row) => [row.key, row]));
  const asked = (keys ?? rows.map(({ key }) => key)).map((key) => {
    const row = found.get(key);
    if (!row) throw noSuchKey();
    return row;
  });
  return {
    ...datasource,
    metrics: asked.map((row) => metricSource(datasource.id, row)),
    places: placesOf(asked),
  };
}

const metricSource = (datasourceId: string, row: MetricRow): MetricSource => ({
  info: {
    id: row.id,
    datasourceId,
    key: row.key,
    kind: row.kind,
    displayName: row.display_name,
    unit: row.unit,
  },
  // A number that always was one has nothing else.
  mayHaveOthers: row.kind !== 'number' || Number(row.mismatches) > 0,
});

function placesOf(rows: readonly MetricRow[]): Places {
  const all = rows.flatMap(({ id, shapes, positions }) =>
    (shapes ?? []).map((shape, i) => ({ shape, position: positions?.[i] ?? 0, metric: id })),
  );
  // Metrics of one shape stand together.
  all.sort((a, b) => a.shape - b.shape || a.position - b.position);
  return {
    shapes: all.map(({ shape }) => shape),
    positions: all.map(({ position }) => position),
    metrics: all.map(({ metric }) => metric),
  };
}
