import { assertMay, mayDo, type Reader, reaches } from '@/lib/auth/caller';
import { pool } from '@/lib/database';
import { problem } from '@/lib/problem';
import { loadSummaries } from './load-summaries';
import type { DatasourceDetail } from './schema';

type Day = { messages: string | null; refused: string | null };

/** Everything about one datasource but its metrics, keys and refusals. */
export async function getDatasource(
  reader: Reader,
  id: string,
  ingestionUrl: string,
): Promise<DatasourceDetail> {
  assertMay(reader, 'datasource:read');
  if (!reaches(reader, id)) throw noSuchDatasource();
  const withKeys = mayDo(reader, 'key:read');
  const [[summary], { rows }] = await Promise.all([
    loadSummaries(reader.workspaceId, { ids: [id], withKeys }),
    pool().query<Day>(
      `select sum(messages) as messages, sum(refused) as refused from ingest_minute
        where datasource_id = $1 and minute > now() - interval '1 day'`,
      [id],
    ),
  ]);
  if (!summary) throw noSuchDatasource();
  const lastDay = { messages: Number(rows[0]?.messages ?? 0), refused: Number(rows[0]?.refused ?? 0) };
  return { ...summary, ingestionUrl, lastDay };
}

const noSuchDatasource = () => problem('not_found', { detail: 'There is no such datasource.' });
