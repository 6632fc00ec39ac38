import { pool } from '@/lib/database';
import { KEEP_ALL, type Retention, storedRetention } from './schema';

/** What is packed of one datasource, by day (as `dayOf` counts), ascending. */
export type PackedDay = {
  day: number;
  readings: number;
  chunkBytes: number;
  summaryBytes: number;
  /** Day on which it was packed last. */
  packedOn: number;
};

export type KeptDatasource = {
  id: string;
  number: number;
  name: string;
  /** Its own setting. */
  retention: Retention | null;
  /** Of messages that are not packed, and when that was counted; zero and null: not yet. */
  hotBytes: number;
  hotMessages: number;
  countedAt: Date | null;
  hotOldest: Date | null;
  messagesPerDay: number;
  readingsPerDay: number;
  days: PackedDay[];
};

export type KeptWorkspace = {
  id: string;
  retention: Retention;
  storageBytesMax: number | null;
  datasources: KeptDatasource[];
};

type Row = {
  id: string;
  number: number;
  name: string;
  retention: unknown;
  message_bytes: string | null;
  message_rows: string | null;
  counted_at: Date | null;
  oldest: Date | null;
  messages_per_day: number | null;
  readings_per_day: number | null;
  days: number[] | null;
  readings: number[] | null;
  chunk_bytes: number[] | null;
  summary_bytes: number[] | null;
  packed_on: number[] | null;
};

/** Everything that retention, forecast and the page of sizes need to know of a workspace. */
export async function loadKept(workspaceId: string): Promise<KeptWorkspace | undefined> {
  const { rows: workspaces } = await pool().query<{ retention: unknown; storage_bytes_max: string | null }>(
    'select retention, storage_bytes_max from workspace where id = $1',
    [workspaceId],
  );
  const workspace = workspaces[0];
  if (!workspace) return undefined;
  const { rows } = await pool().query<Row>(
    `select d.id, d.number, d.name, d.retention, u.message_bytes, u.message_rows, u.counted_at, u.oldest,
            u.messages_per_day, u.readings_per_day,
            p.days, p.readings, p.chunk_bytes, p.summary_bytes, p.packed_on
       from datasource d
       left join datasource_usage u on u.datasource_id = d.id
       left join lateral (
         select array_agg(day - date '1970-01-01' order by day) as days,
                array_agg(readings::float8 order by day) as readings,
                array_agg(chunk_bytes::float8 order by day) as chunk_bytes,
                array_agg(summary_bytes::float8 order by day) as summary_bytes,
                array_agg(packed_on - date '1970-01-01' order by day) as packed_on
           from packed_day where datasource_id = d.id) p on true
      where d.workspace_id = $1 order by d.name, d.id`,
    [workspaceId],
  );
  return {
    id: workspaceId,
    retention: storedRetention(workspace.retention) ?? KEEP_ALL,
    storageBytesMax: workspace.storage_bytes_max === null ? null : Number(workspace.storage_bytes_max),
    datasources: rows.map((row) => ({
      id: row.id,
      number: row.number,
      name: row.name,
      retention: storedRetention(row.retention),
      hotBytes: Number(row.message_bytes ?? 0),
      hotMessages: Number(row.message_rows ?? 0),
      countedAt: row.counted_at,
      hotOldest: row.oldest,
      messagesPerDay: row.messages_per_day ?? 0,
      readingsPerDay: row.readings_per_day ?? 0,
      days: (row.days ?? []).map((day, i) => ({
        day,
        readings: row.readings?.[i] ?? 0,
        chunkBytes: row.chunk_bytes?.[i] ?? 0,
        summaryBytes: row.summary_bytes?.[i] ?? 0,
        packedOn: row.packed_on?.[i] ?? day,
      })),
    })),
  };
}

/** What counts for a datasource: its own setting, else the workspace's. */
export const retentionOf = (workspace: KeptWorkspace, datasource: KeptDatasource): Retention =>
  datasource.retention ?? workspace.retention;

export function keptBytes(datasources: readonly KeptDatasource[]): number {
  let bytes = 0;
  for (const { hotBytes, days } of datasources) {
    bytes += hotBytes;
    for (const { chunkBytes, summaryBytes } of days) bytes += chunkBytes + summaryBytes;
  }
  return bytes;
}
