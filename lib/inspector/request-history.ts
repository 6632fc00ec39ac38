import type { Caller } from '@/lib/auth/caller';
import { pool } from '@/lib/database';
import { findDatasource } from '@/lib/datasource/find-datasource';
import type { HistorySpan, RequestHistory } from './schema';

const MINUTE_MS = 60_000;
const SPANS: Record<HistorySpan, { bars: number; barMs: number }> = {
  hour: { bars: 60, barMs: MINUTE_MS },
  day: { bars: 96, barMs: 15 * MINUTE_MS },
  week: { bars: 84, barMs: 120 * MINUTE_MS },
};

type BarRow = { bar: number; messages: string; readings: string; refused: string };

/** Messages, readings and refusals of a datasource over a span that ends now, in bars; and why requests were refused. */
export async function requestHistory(
  caller: Caller,
  datasourceId: string,
  span: HistorySpan,
): Promise<RequestHistory> {
  await findDatasource(caller, datasourceId, 'datasource:read');
  const { bars, barMs } = SPANS[span];
  const from = (Math.floor(Date.now() / barMs) - bars + 1) * barMs;
  const [counts, codes] = await Promise.all([
    pool().query<BarRow>(
      `select floor((extract(epoch from minute) * 1000 - $2::float8) / $3::float8)::int as bar,
              sum(messages) as messages, sum(readings) as readings, sum(refused) as refused
         from ingest_minute where datasource_id = $1 and minute >= to_timestamp($2::float8 / 1000) group by 1`,
      [datasourceId, from, barMs],
    ),
    pool().query<{ code: string; count: number }>(
      `select code, sum(count)::int as count from refusal_minute
        where datasource_id = $1 and minute >= to_timestamp($2::float8 / 1000) group by code order by 2 desc, 1`,
      [datasourceId, from],
    ),
  ]);
  const history: RequestHistory = {
    span,
    from,
    barMs,
    messages: Array.from({ length: bars }, () => 0),
    readings: Array.from({ length: bars }, () => 0),
    refused: Array.from({ length: bars }, () => 0),
    codes: codes.rows,
  };
  for (const { bar, messages, readings, refused } of counts.rows) {
    if (bar < 0 || bar >= bars) continue;
    history.messages[bar] = Number(messages);
    history.readings[bar] = Number(readings);
    history.refused[bar] = Number(refused);
  }
  return history;
}
