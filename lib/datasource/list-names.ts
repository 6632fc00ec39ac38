import { assertMay, type Caller } from '@/lib/auth/caller';
import { pool } from '@/lib/database';

/** The caller's datasources to choose from, by name. */
export async function listDatasourceNames(caller: Caller): Promise<{ id: string; name: string }[]> {
  assertMay(caller, 'datasource:read');
  const { rows } = await pool().query<{ id: string; name: string }>(
    'select id, name from datasource where workspace_id = $1 order by lower(name), id',
    [caller.workspaceId],
  );
  return rows;
}
