import type pg from 'pg';
import { float8Array, int4Array, textArray, timestamptzArray } from './binary-arrays';

/** Latest values, kinds and mismatch counts of metrics. Ids must be ascending: two processes then never deadlock. */
export type LatestRow = { id: number; timeUs: number; value: string };
export type MetricChangeRow = { id: number; kind: string; mismatches: number; lastMismatch: string | null };

/** An older value never replaces a newer one, whichever process comes last. Deleted metrics are passed over. */
export async function saveLatest(client: pg.ClientBase, rows: readonly LatestRow[]): Promise<void> {
  if (rows.length === 0) return;
  await client.query({
    name: 'save-latest',
    text: `insert into metric_latest (metric_id, time, value)
           select m.id, u.time, u.value::jsonb
             from unnest($1::int[], $2::timestamptz[], $3::text[]) as u(id, time, value)
             join metric m on m.id = u.id
            order by m.id
           on conflict (metric_id) do update set time = excluded.time, value = excluded.value
            where metric_latest.time <= excluded.time`,
    values: [
      int4Array(rows.map((row) => row.id)),
      timestamptzArray(rows.map((row) => row.timeUs)),
      textArray(rows.map((row) => row.value)),
    ],
  });
}

export async function saveMetricChanges(
  client: pg.ClientBase,
  rows: readonly MetricChangeRow[],
): Promise<void> {
  if (rows.length === 0) return;
  await client.query(
    `update metric m
        set kind = u.kind::metric_kind, mismatches = m.mismatches + u.mismatches::bigint,
            last_mismatch = coalesce(u.last_mismatch, m.last_mismatch)
       from unnest($1::int[], $2::text[], $3::float8[], $4::text[]) as u(id, kind, mismatches, last_mismatch)
      where m.id = u.id`,
    [
      int4Array(rows.map((row) => row.id)),
      textArray(rows.map((row) => row.kind)),
      float8Array(rows.map((row) => row.mismatches)),
      textArray(rows.map((row) => row.lastMismatch)),
    ],
  );
}

export type LastMessageRow = { datasourceId: string; atMs: number; clockOffsetMs: number | null };

export async function saveLastMessages(
  client: pg.ClientBase,
  rows: readonly LastMessageRow[],
): Promise<void> {
  if (rows.length === 0) return;
  await client.query(
    `update datasource d set last_message_at = greatest(d.last_message_at, u.at), clock_offset_ms = u.clock::int
       from unnest($1::text[], $2::timestamptz[], $3::text[]) as u(id, at, clock)
      where d.id = u.id`,
    [
      textArray(rows.map((row) => row.datasourceId)),
      timestamptzArray(rows.map((row) => row.atMs * 1000)),
      textArray(rows.map((row) => (row.clockOffsetMs === null ? null : String(row.clockOffsetMs)))),
    ],
  );
}
