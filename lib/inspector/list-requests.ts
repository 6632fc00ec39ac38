import type { Caller } from '@/lib/auth/caller';
import { pool } from '@/lib/database';
import { findDatasource } from '@/lib/datasource/find-datasource';
import { flushRequests } from './record-request';
import { REQUESTS_KEPT, type RequestSummary } from './schema';
import { watchRequests } from './watch-requests';

export type SummaryRow = {
  id: string;
  at: Date;
  status: number;
  code: string | null;
  detail: string | null;
  method: string | null;
  target: string | null;
  endpoint: string;
  format: string | null;
  body_bytes: number;
  messages: number;
  readings: number;
  duration_us: number;
  address: string | null;
  is_replay: boolean;
};

export const SUMMARY_COLUMNS = `id, at, status, code, exchange->>'detail' as detail, exchange->>'method' as method,
  exchange->>'target' as target, endpoint, format, body_bytes, messages, readings, duration_us, address,
  exchange ? 'replayOf' as is_replay`;

/** Another process may commit a smaller id a moment later: so many are told again, by their ids known already. */
const TOLD_AGAIN = 20;

/**
 * The requests of a datasource that are kept, newest first; what this process has still in memory is written first.
 * Whoever asks is taken for somebody who looks: more of them are kept for a while.
 * @param after an id: only what is newer
 */
export async function listRequests(
  caller: Caller,
  datasourceId: string,
  { after }: { after?: string | undefined } = {},
): Promise<RequestSummary[]> {
  await findDatasource(caller, datasourceId, 'datasource:read');
  watchRequests(datasourceId);
  await flushRequests();
  const { rows } = await pool().query<SummaryRow>(
    `select ${SUMMARY_COLUMNS} from ingest_request
      where datasource_id = $1 and id > $2::bigint - ${TOLD_AGAIN}
      order by at desc, id desc limit ${4 * REQUESTS_KEPT}`,
    [datasourceId, after ?? 0],
  );
  return rows.map(requestSummary);
}

export const requestSummary = (row: SummaryRow): RequestSummary => ({
  id: row.id,
  at: row.at.toISOString(),
  status: row.status,
  code: row.code,
  detail: row.detail,
  method: row.method,
  target: row.target,
  endpoint: row.endpoint,
  format: row.format,
  bodyBytes: row.body_bytes,
  messages: row.messages,
  readings: row.readings,
  durationUs: row.duration_us,
  address: row.address,
  isReplay: row.is_replay,
});
