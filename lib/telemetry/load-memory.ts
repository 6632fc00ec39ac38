import { pool } from '@/lib/database';
import { storedFieldRules } from '@/lib/field-rules/stored-field-rules';
import { liveBus } from '@/lib/live/bus';
import type { MetricKind, ReadingValue } from '@/lib/live/protocol';
import { newClockOffset } from './clock-offset';
import { VOTES_STANDING } from './kind-vote';
import { type DatasourceMemory, type MetricMemory, newMetricMemory } from './memory';
import { recoverLatest } from './recover-latest';
import { SHAPES_LOADED_MAX } from './shape-table';

type DatasourceRow = {
  number: number;
  workspace_id: string;
  name: string;
  stale_after_seconds: number | null;
  field_rules: unknown;
  last_message_at: Date | null;
  clock_offset_ms: number | null;
};
type MetricRow = {
  id: number;
  key: string;
  kind: MetricKind;
  display_name: string | null;
  unit: string | null;
  latest_us: number | null;
  latest_value: ReadingValue | null;
};

/** Reads everything that is kept in memory of a datasource; undefined when it does not exist. */
export async function loadMemory(id: string): Promise<DatasourceMemory | undefined> {
  const db = pool();
  const heardSince = liveBus().hearingSince(id);
  const { rows: datasources } = await db.query<DatasourceRow>(
    `select number, workspace_id, name, stale_after_seconds, field_rules, last_message_at, clock_offset_ms
       from datasource where id = $1`,
    [id],
  );
  const datasource = datasources[0];
  if (!datasource) return undefined;
  const [metrics, shapes, minutes, refusals] = await Promise.all([
    db.query<MetricRow>(
      `select m.id, m.key, m.kind::text as kind, m.display_name, m.unit,
              (extract(epoch from l.time) * 1e6)::float8 as latest_us, l.value as latest_value
         from metric m left join metric_latest l on l.metric_id = m.id
        where m.datasource_id = $1`,
      [id],
    ),
    db.query<{ id: number; metric_ids: number[] }>(
      'select id, metric_ids from shape where datasource_id = $1 order by id limit $2',
      [id, SHAPES_LOADED_MAX],
    ),
    db.query<{ minute: Date; messages: number }>(
      `select minute, messages from ingest_minute
        where datasource_id = $1 and messages > 0 order by minute desc limit 20`,
      [id],
    ),
    db.query<{ at: Date; code: string; detail: string }>(
      `select at, code, coalesce(exchange->>'detail', '') as detail from ingest_request
        where datasource_id = $1 and code is not null order by at desc, id desc limit 1`,
      [id],
    ),
  ]);
  const refusal = refusals.rows[0];
  const memory: DatasourceMemory = {
    id,
    number: datasource.number,
    workspaceId: datasource.workspace_id,
    name: datasource.name,
    staleAfterSeconds: datasource.stale_after_seconds,
    fieldRules: storedFieldRules(datasource.field_rules),
    metrics: new Map(metrics.rows.map((row) => [row.key, metricMemory(id, row)])),
    shapes: new Map(shapes.rows.map((row) => [row.metric_ids.join(','), row.id])),
    lastArrivalUs: 0,
    lastMessageAt: datasource.last_message_at?.getTime() ?? null,
    lastMessageDirty: false,
    lastRefusal: refusal ? { at: refusal.at.getTime(), code: refusal.code, detail: refusal.detail } : null,
    dirtyMetrics: new Set(),
    minutes: new Map(),
    recentMinutes: minutes.rows
      .map((row) => ({ minute: row.minute.getTime(), messages: row.messages }))
      .reverse(),
    clock: newClockOffset(datasource.clock_offset_ms),
    usedAt: Date.now(),
    storedAt: 0,
    heardSince,
  };
  await recoverLatest(memory, new Map(shapes.rows.map((shape) => [shape.id, shape.metric_ids])));
  return memory;
}

function metricMemory(datasourceId: string, row: MetricRow): MetricMemory {
  const { id, key, kind, display_name: displayName, unit } = row;
  const metric = newMetricMemory({ id, datasourceId, key, kind, displayName, unit }, VOTES_STANDING);
  if (row.latest_us === null || row.latest_value === null) return metric;
  metric.latestUs = row.latest_us;
  metric.latestValue = row.latest_value;
  return metric;
}
