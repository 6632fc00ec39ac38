import { pool } from '@/lib/database';
import type { Bucket, MetricInfo, MetricKind, ReadingValue, Series } from '@/lib/live/protocol';
import { problem } from '@/lib/problem';

export type SeriesQuestion = {
  datasource: { id: string; number: number };
  /** Data key. */
  metric: string;
  /** Milliseconds; `from` belongs to the range, `to` does not. */
  from: number;
  to: number;
  /** At most this many buckets; a range that has no more readings is given as it came. */
  points: number;
};

type MetricRow = {
  id: number;
  key: string;
  kind: MetricKind;
  display_name: string | null;
  unit: string | null;
  mismatches: string;
};

/**
 * What a metric measured in a range, downsampled in the database: least, greatest, mean and last of each bucket, so
 * that no peak is lost however long the range. Who may see the datasource is decided before (stream-access.ts).
 * @throws Problem `not_found` when the datasource has no such metric
 */
export async function readSeries(question: SeriesQuestion): Promise<Series> {
  const { datasource, from, to, points } = question;
  const row = await findMetric(datasource.id, question.metric);
  const metric: MetricInfo = {
    id: row.id,
    datasourceId: datasource.id,
    key: row.key,
    kind: row.kind,
    displayName: row.display_name,
    unit: row.unit,
  };
  const range = { number: datasource.number, from: new Date(from), to: new Date(to) };
  const places = await findPlaces(datasource.id, row.id);
  const raw = places.shapes.length > 0 ? await readRaw(range, places, points + 1) : [];
  const isRaw = raw.length <= points;
  const bucketMs = Math.max(1, (to - from) / points);
  const buckets = isRaw ? raw : await readBuckets(range, places, { from, bucketMs });
  // A number that always was one has nothing else to look for.
  const mayHaveOthers = row.kind !== 'number' || Number(row.mismatches) > 0;
  const others = mayHaveOthers ? await readOthers(range, row.id, { from, bucketMs }) : [];
  return { metric, from, to, bucketMs: isRaw ? 0 : bucketMs, buckets, others };
}

async function findMetric(datasourceId: string, key: string): Promise<MetricRow> {
  const { rows } = await pool().query<MetricRow>(
    `select id, key, kind::text as kind, display_name, unit, mismatches
       from metric where datasource_id = $1 and key = $2`,
    [datasourceId, key],
  );
  if (!rows[0]) throw problem('not_found', { detail: 'The datasource has no such data key.' });
  return rows[0];
}

type Range = { number: number; from: Date; to: Date };
/** Where a metric's numbers lie: its position in each shape that has it. */
type Places = { shapes: number[]; positions: number[] };

async function findPlaces(datasourceId: string, metricId: number): Promise<Places> {
  const { rows } = await pool().query<{ id: number; position: number }>(
    `select id, array_position(metric_ids, $2::int) as position
       from shape where datasource_id = $1 and metric_ids @> array[$2::int]`,
    [datasourceId, metricId],
  );
  return { shapes: rows.map((row) => row.id), positions: rows.map((row) => row.position) };
}

/** The readings of a range as (time, value); $1 to $5 are its parameters. */
const READINGS = `
  select m.time, m.numbers[p.position] as value
    from message m
    join unnest($4::int[], $5::int[]) as p(shape, position) using (shape)
   where m.datasource = $1 and m.time >= $2 and m.time < $3`;

const parameters = ({ number, from, to }: Range, { shapes, positions }: Places) => [
  number,
  from,
  to,
  shapes,
  positions,
];

async function readRaw(range: Range, places: Places, limit: number): Promise<Bucket[]> {
  const { rows } = await pool().query<{ ms: number; value: number }>(
    `select extract(epoch from time)::float8 * 1000 as ms, value from (${READINGS}) r order by time limit $6`,
    [...parameters(range, places), limit],
  );
  return rows.map(({ ms, value }) => [ms, value, value, value, value, 1]);
}

type BucketRow = { ms: number; min: number; max: number; mean: number; last: number; count: number };

async function readBuckets(
  range: Range,
  places: Places,
  { from, bucketMs }: { from: number; bucketMs: number },
): Promise<Bucket[]> {
  // The last value by its time rather than by array_agg: one look per bucket, not a sort of every reading.
  const { rows } = await pool().query<BucketRow>(
    `with bucket as (
       select floor((extract(epoch from time)::float8 * 1000 - $6::float8) / $7::float8)::int as slot,
              max(time) as time, min(value) as min, max(value) as max, avg(value) as mean, count(*)::int as count
         from (${READINGS}) r group by slot)
     select extract(epoch from b.time)::float8 * 1000 as ms, b.min, b.max, b.mean, b.count, l.value as last
       from bucket b
       cross join lateral (
         select m.numbers[p.position] as value
           from message m join unnest($4::int[], $5::int[]) as p(shape, position) using (shape)
          where m.datasource = $1 and m.time = b.time limit 1) l
      order by b.slot`,
    [...parameters(range, places), from, bucketMs],
  );
  return rows.map(({ ms, min, max, mean, last, count }) => [ms, min, max, mean, last, count]);
}

/** Texts, booleans, structures and mismatches: the last of each bucket. */
async function readOthers(
  { number, from, to }: Range,
  metricId: number,
  grid: { from: number; bucketMs: number },
): Promise<[number, ReadingValue][]> {
  const { rows } = await pool().query<{ ms: number; value: ReadingValue }>(
    `select distinct on (slot) ms, value
       from (select floor((extract(epoch from time)::float8 * 1000 - $5::float8) / $6::float8)::int as slot, time,
                    extract(epoch from time)::float8 * 1000 as ms, others -> $4::text as value
               from message
              where datasource = $1 and time >= $2 and time < $3 and others ? $4::text) r
      order by slot, time desc`,
    [number, from, to, String(metricId), grid.from, grid.bucketMs],
  );
  return rows.map(({ ms, value }) => [ms, value]);
}
