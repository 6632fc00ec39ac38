import type { Caller } from '@/lib/auth/caller';
import { pool } from '@/lib/database';
import { MINUTES_SHOWN } from '@/lib/datasource/schema';

/** Refused requests per datasource in each of the last 60 minutes, oldest first. Datasources without any are left out. */
export async function refusedMinutes(caller: Caller): Promise<Record<string, number[]>> {
  const { rows } = await pool().query<{ id: string; ago: number; refused: number }>(
    `select m.datasource_id as id, m.refused,
            (extract(epoch from date_trunc('minute', now()) - m.minute) / 60)::int as ago
       from ingest_minute m join datasource d on d.id = m.datasource_id
      where d.workspace_id = $1 and m.refused > 0
        and m.minute > date_trunc('minute', now()) - make_interval(mins => ${MINUTES_SHOWN})`,
    [caller.workspaceId],
  );
  const found: Record<string, number[]> = {};
  for (const { id, ago, refused } of rows) {
    const minutes = found[id] ?? Array.from({ length: MINUTES_SHOWN }, () => 0);
    const index = MINUTES_SHOWN - 1 - ago;
    if (index >= 0 && index < MINUTES_SHOWN) minutes[index] = refused;
    found[id] = minutes;
  }
  return found;
}
