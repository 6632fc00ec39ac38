import { assertMay, type Caller } from '@/lib/auth/caller';
import { pool } from '@/lib/database';

/** A metric of numbers to show queries with: the first one of whichever datasource sent last. */
export async function findExampleMetric(
  caller: Caller,
): Promise<{ datasource: string; key: string } | undefined> {
  assertMay(caller, 'datasource:read');
  const { rows } = await pool().query<{ datasource: string; key: string }>(
    `select d.name as datasource, m.key from datasource d join metric m on m.datasource_id = d.id
      where d.workspace_id = $1 and m.kind = 'number'
      order by d.last_message_at desc nulls last, m.id limit 1`,
    [caller.workspaceId],
  );
  return rows[0];
}
