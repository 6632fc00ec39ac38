import { pool } from '@/lib/database';
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

/** Parallel columns: in a message of `shapes[i]`, number `positions[i]` is of `metrics[i]`. */
export type Places = { shapes: number[]; positions: number[]; metrics: number[] };

type MetricRow = {
  id: number;
  key: string;
  kind: MetricKind;
  display_name: string | null;
  unit: string | null;
  mismatches: string;
};

export const noSuchKey = () => problem('not_found', { detail: 'The datasource has no such data key.' });

/**
 * Finds metrics by their data keys, in the order asked for; all of them (by key) when none are named.
 * @throws Problem `not_found` when one does not exist
 */
export async function findSource(
  datasource: { id: string; number: number },
  keys?: readonly string[],
): Promise<DatasourceSource> {
  const { rows } = await pool().query<MetricRow>({
    name: keys ? 'history-metrics' : 'history-all-metrics',
    text: `select id, key, kind::text as kind, display_name, unit, mismatches
             from metric where datasource_id = $1 ${keys ? 'and key = any($2::text[])' : 'order by key'}`,
    values: keys ? [datasource.id, [...keys]] : [datasource.id],
  });
  const found = new Map(rows.map((row) => [row.key, row]));
  const metrics = (keys ?? rows.map(({ key }) => key)).map((key) => {
    const row = found.get(key);
    if (!row) throw noSuchKey();
    return metricSource(datasource.id, row);
  });
  const places = await findPlaces(
    datasource.id,
    metrics.map(({ info }) => info.id),
  );
  return { ...datasource, metrics, places };
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

async function findPlaces(datasourceId: string, metricIds: readonly number[]): Promise<Places> {
  const { rows } = await pool().query<{ shape: number; position: number; metric: number }>({
    name: 'history-places',
    text: `select s.id as shape, x.position::int as position, x.metric
             from shape s cross join lateral unnest(s.metric_ids) with ordinality as x(metric, position)
            where s.datasource_id = $1 and s.metric_ids && $2::int[] and x.metric = any($2::int[])
            order by s.id, x.position`,
    values: [datasourceId, [...metricIds]],
  });
  return {
    shapes: rows.map(({ shape }) => shape),
    positions: rows.map(({ position }) => position),
    metrics: rows.map(({ metric }) => metric),
  };
}

/** The places of some of the metrics. */
export function placesOf({ shapes, positions, metrics }: Places, ids: ReadonlySet<number>): Places {
  const kept: Places = { shapes: [], positions: [], metrics: [] };
  for (const [i, metric] of metrics.entries()) {
    if (!ids.has(metric)) continue;
    kept.shapes.push(shapes[i] as number);
    kept.positions.push(positions[i] as number);
    kept.metrics.push(metric);
  }
  return kept;
}
