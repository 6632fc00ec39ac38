import { pool } from '@/lib/database';
import { dayOf } from '../times';
import { dropDays } from './drop-days';
import { loadKept } from './packed-days';
import { planDrops } from './plan-drops';

/** Drops what is older than what is kept, and what is above caps. Answers how many days of how many datasources went. */
export async function applyRetention({
  nowMs,
  signal,
}: {
  nowMs: number;
  signal: AbortSignal;
}): Promise<number> {
  const { rows } = await pool().query<{ id: string }>(
    `select id from workspace w
      where retention is not null or storage_bytes_max is not null
         or exists (select from datasource d where d.workspace_id = w.id and d.retention is not null)
      order by id`,
  );
  let dropped = 0;
  for (const { id } of rows) {
    if (signal.aborted) break;
    const workspace = await loadKept(id);
    if (!workspace) continue;
    const drops = planDrops(workspace, dayOf(nowMs * 1000));
    await dropDays(id, drops, signal);
    dropped += drops.length;
  }
  return dropped;
}
