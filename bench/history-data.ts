import type pg from 'pg';
import { encodeHours } from '@/lib/telemetry/codec/hours';
import { encodeNumbers } from '@/lib/telemetry/codec/numbers';
import { type ChunkRow, insertChunks, saveSummaries } from '@/lib/telemetry/seal/chunk-table';
import { DaySummary } from '@/lib/telemetry/seal/summarise';

const DAY_US = 86_400e6;

/** A value of two decimals that wanders and trembles as a sensor's does; the same in SQL (`VALUE_SQL`). */
export const readingAt = (metric: number, step: number): number =>
  (2_000 + ((Math.floor(step / 7) + metric * 13) % 500) + ((metric * 7_919 + step * 104_729) % 97)) / 100;
export const VALUE_SQL = (metric: string, step: string): string =>
  `(2000 + ((${step} / 7 + ${metric} * 13) % 500) + ((${metric} * 7919::int8 + ${step}::int8 * 104729) % 97))::float8 / 100`;

export type SealedSeries = { metricId: number; firstDay: number; days: number; stepUs: number };

/** Writes sealed days of a metric as the product would have, without the messages before them. */
export async function writeSealed(
  client: pg.ClientBase,
  { metricId, firstDay, days, stepUs }: SealedSeries,
): Promise<void> {
  const perDay = DAY_US / stepUs;
  const partMax = 43_200;
  for (let day = firstDay; day < firstDay + days; day++) {
    const summary = new DaySummary(day * DAY_US);
    const rows: ChunkRow[] = [];
    for (let start = 0; start < perDay; start += partMax) {
      const count = Math.min(partMax, perDay - start);
      const timesUs = Float64Array.from({ length: count }, (_, i) => day * DAY_US + (start + i) * stepUs);
      const values = Float64Array.from({ length: count }, (_, i) =>
        readingAt(metricId, (day - firstDay) * perDay + start + i),
      );
      summary.add({ timesUs, values });
      rows.push({
        ...{ metricId, isNumber: true, count },
        firstUs: timesUs[0] as number,
        lastUs: timesUs[count - 1] as number,
        data: encodeNumbers({ timesUs, values }),
      });
    }
    await insertChunks(client, day, rows);
    await saveSummaries(client, day, new Map([[metricId, encodeHours(summary.finish())]]));
  }
}

/** A datasource with metrics by their data keys, in a workspace of its own unless one is named. */
export async function makeMetrics(
  client: pg.ClientBase,
  keys: readonly string[],
  workspaceId: string,
  name: string,
): Promise<{ id: string; number: number; metricIds: number[] }> {
  const id = `dsr_bench${Math.random().toString(36).slice(2, 12)}00000`;
  await client.query(`insert into workspace (id, name) values ($1, 'Bench') on conflict do nothing`, [
    workspaceId,
  ]);
  const { rows } = await client.query<{ number: number }>(
    `insert into datasource (id, workspace_id, type, name) values ($1, $2, 'api_ingest', $3) returning number`,
    [id, workspaceId, name],
  );
  const { rows: metrics } = await client.query<{ id: number }>(
    `insert into metric (datasource_id, key, kind) select $1, key, 'number' from unnest($2::text[]) as key returning id`,
    [id, keys],
  );
  const metricIds = metrics.map((metric) => metric.id).sort((a, b) => a - b);
  // As messages of fifty numbers each would have made them.
  for (let at = 0; at < metricIds.length; at += 50) {
    const shape = metricIds.slice(at, at + 50);
    await client.query('insert into shape (datasource_id, metric_ids) values ($1, $2)', [id, shape]);
  }
  return { id, number: rows[0]?.number ?? 0, metricIds };
}
