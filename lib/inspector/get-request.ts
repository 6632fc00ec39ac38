import type { Caller } from '@/lib/auth/caller';
import { pool } from '@/lib/database';
import { findDatasource } from '@/lib/datasource/find-datasource';
import { problem } from '@/lib/problem';
import { requestSummary, SUMMARY_COLUMNS, type SummaryRow } from './list-requests';
import { exchangeSchema, type RequestDetail } from './schema';

type Row = SummaryRow & { exchange: unknown; body: Buffer | null };

/** Everything that is kept of one request. */
export async function getRequest(caller: Caller, datasourceId: string, id: string): Promise<RequestDetail> {
  await findDatasource(caller, datasourceId, 'datasource:read');
  const { rows } = await pool().query<Row>(
    `select ${SUMMARY_COLUMNS}, exchange, body from ingest_request where datasource_id = $1 and id = $2`,
    [datasourceId, id],
  );
  const [row] = rows;
  if (!row)
    throw problem('not_found', { detail: 'This request is no longer kept: newer ones took its place.' });
  const {
    headers = [],
    errors = [],
    answer,
    messages,
    dropped,
  } = exchangeSchema.catch({}).parse(row.exchange);
  return {
    ...requestSummary(row),
    headers,
    errors,
    answer: answer ?? null,
    body: row.body?.toString('base64') ?? null,
    isTruncated: row.body !== null && row.body.length < row.body_bytes,
    read: messages ?? null,
    dropped: dropped ?? null,
  };
}
