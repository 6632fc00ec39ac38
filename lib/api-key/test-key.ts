import type { Caller } from '@/lib/auth/caller';
import { createKey, createWorkspaceKey } from './create-key';
import { type CreateKey, type CreateWorkspaceKey, createKeySchema, type NewApiKey } from './schema';

type Given = Partial<CreateKey> & { reach: { datasourceId: string } | { datasourceIds: string[] } | null };

/** A key for a test: of one datasource, of several, or (null) of the whole workspace. */
export function makeTestKey(caller: Caller, { reach, ...given }: Given): Promise<NewApiKey> {
  const full: CreateKey = { ...createKeySchema.parse({}), ...given };
  if (reach && 'datasourceId' in reach) return createKey(caller, reach.datasourceId, full);
  const ofWorkspace: CreateWorkspaceKey = { ...full, datasourceIds: reach ? reach.datasourceIds : null };
  return createWorkspaceKey(caller, ofWorkspace);
}
