import type pg from 'pg';
import { pool } from '@/lib/database';
import { ensureShape } from '../../shape-table';
import { timeText } from '../packed-rows';
import type { Span } from '../readings';

const TABLES = ['message', 'sealing_message'] as const;
type Table = (typeof TABLES)[number];

/** Of which datasource, between which times. */
type Place = { number: number; span: Span };
const bounds = ({ number, span }: Place) => [number, timeText(span.fromUs), timeText(span.toUs)];
const WITHIN = 'datasource = $1 and time >= $2 and time < $3';

/** Deletes at most so many whole messages; answers how many it were. */
export async function deleteMessages(client: pg.ClientBase, place: Place, most: number): Promise<number> {
  let deleted = 0;
  for (const table of TABLES) {
    const { rowCount } = await client.query(
      `delete from ${table} where (datasource, time, shape) in (
         select datasource, time, shape from ${table} where ${WITHIN} limit $4)`,
      [...bounds(place), most],
    );
    deleted += rowCount ?? 0;
  }
  return deleted;
}

/** A shape that loses some of its metrics: what is left of it, and where that stands in it (from 1). */
export type ShapeCut = { shape: number; leftShape: number; leftPositions: number[] };

/** Finds the shapes that have any of these metrics, and makes those that are left of them. */
export async function planCuts(datasourceId: string, metricIds: ReadonlySet<number>): Promise<ShapeCut[]> {
  const { rows } = await pool().query<{ id: number; metric_ids: number[] }>(
    'select id, metric_ids from shape where datasource_id = $1 and metric_ids && $2::int[]',
    [datasourceId, [...metricIds]],
  );
  const cuts: ShapeCut[] = [];
  for (const { id, metric_ids: ids } of rows) {
    const left = ids.flatMap((metric, i) => (metricIds.has(metric) ? [] : [{ metric, position: i + 1 }]));
    const leftShape = await ensureShape(
      datasourceId,
      left.map(({ metric }) => metric),
    );
    cuts.push({ shape: id, leftShape, leftPositions: left.map(({ position }) => position) });
  }
  return cuts;
}

/**
 * Takes some metrics out of at most so many messages of each shape; what is left of a message stays. Answers how many
 * messages it were.
 */
export async function cutMessages(
  client: pg.ClientBase,
  place: Place,
  { cuts, metricIds, most }: { cuts: readonly ShapeCut[]; metricIds: ReadonlySet<number>; most: number },
): Promise<number> {
  const keys = [...metricIds].map(String);
  let changed = 0;
  for (const table of TABLES) {
    for (const cut of cuts) changed += await cutShape(client, table, place, cut, keys, most);
    changed += await cutOthers(client, table, place, keys, most);
  }
  return changed;
}

async function cutShape(
  client: pg.ClientBase,
  table: Table,
  place: Place,
  { shape, leftShape, leftPositions }: ShapeCut,
  keys: readonly string[],
  most: number,
): Promise<number> {
  // A message of the smaller shape and the same time is there already: its numbers stay, the rest is added.
  const { rows } = await client.query<{ count: number }>(
    `with gone as (
       delete from ${table} where (datasource, time, shape) in (
         select datasource, time, shape from ${table} where ${WITHIN} and shape = $4 limit $5)
       returning datasource, time, numbers, others),
     left_over as (
       select datasource, time,
              coalesce((select array_agg(numbers[position] order by nth)
                          from unnest($7::int[]) with ordinality as p(position, nth)), '{}') as numbers,
              nullif(others - $8::text[], '{}'::jsonb) as others
         from gone),
     kept as (
       insert into ${table} as m (datasource, shape, time, numbers, others)
       select datasource, $6, time, numbers, others from left_over where numbers <> '{}' or others is not null
       on conflict (datasource, time, shape) do update
          set others = nullif(coalesce(excluded.others, '{}') || coalesce(m.others, '{}'), '{}'::jsonb))
     select count(*)::int as count from gone`,
    [...bounds(place), shape, most, leftShape, [...leftPositions], [...keys]],
  );
  return rows[0]?.count ?? 0;
}

/** Messages whose numbers all stay. */
async function cutOthers(
  client: pg.ClientBase,
  table: Table,
  place: Place,
  keys: readonly string[],
  most: number,
): Promise<number> {
  const { rowCount } = await client.query(
    `update ${table} set others = nullif(others - $4::text[], '{}'::jsonb)
      where (datasource, time, shape) in (
        select datasource, time, shape from ${table} where ${WITHIN} and others ?| $4::text[] limit $5)`,
    [...bounds(place), [...keys], most],
  );
  if (!rowCount) return 0;
  await client.query(
    `delete from ${table} where ${WITHIN} and others is null and numbers = '{}'`,
    bounds(place),
  );
  return rowCount;
}
