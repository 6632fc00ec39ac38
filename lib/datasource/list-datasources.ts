import { assertMay, type Caller } from '@/lib/auth/caller';
import { may } from '@/lib/auth/permissions';
import { loadSummaries } from './load-summaries';
import type { DatasourceSummary } from './schema';

/** The caller's datasources with status, last reading and readings per minute, by name. */
export async function listDatasources(caller: Caller): Promise<DatasourceSummary[]> {
  assertMay(caller, 'datasource:read');
  const withKeys = may(caller.role, 'key:read');
  const summaries = await loadSummaries(caller.workspaceId, { withKeys });
  return summaries.map(({ mismatched: _, staleAfterSecondsSet: __, ...summary }) => summary);
}
