import { assertMay, mayDo, type Reader, reachOf } from '@/lib/auth/caller';
import { loadSummaries } from './load-summaries';
import type { DatasourceSummary } from './schema';

/** The reader's datasources with status, last reading and readings per minute, by name. */
export async function listDatasources(reader: Reader): Promise<DatasourceSummary[]> {
  assertMay(reader, 'datasource:read');
  const withKeys = mayDo(reader, 'key:read');
  const summaries = await loadSummaries(reader.workspaceId, { ids: reachOf(reader), withKeys });
  return summaries.map(
    ({ mismatched: _, staleAfterSecondsSet: __, clockOffsetMs: ___, ...summary }) => summary,
  );
}
