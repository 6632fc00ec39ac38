import { pool } from '@/lib/database';

const DAY_MS = 86_400_000;
const MINUTES_KEPT_DAYS = 400;
const IDEMPOTENCY_KEPT_DAYS = 1;
/** Counts by minute, whose keys begin with their datasource. */
const MINUTE_TABLES = ['ingest_minute', 'refusal_minute'] as const;

/** Deletes counts and notes that nobody looks at any more. The audit log stays. */
export async function prune(nowMs: number, signal: AbortSignal): Promise<void> {
  const before = (days: number) => new Date(nowMs - days * DAY_MS);
  await pool().query('delete from idempotency_record where at < $1', [before(IDEMPOTENCY_KEPT_DAYS)]);
  const { rows } = await pool().query<{ id: string }>('select id from datasource order by id');
  for (const { id } of rows) {
    if (signal.aborted) return;
    for (const table of MINUTE_TABLES) {
      await pool().query(`delete from ${table} where datasource_id = $1 and minute < $2`, [
        id,
        before(MINUTES_KEPT_DAYS),
      ]);
    }
  }
}
