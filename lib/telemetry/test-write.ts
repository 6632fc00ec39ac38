import { pool } from '@/lib/database';
import type { TestSender } from '@/lib/ingest/test-sender';
import type { ReadingValue } from '@/lib/live/protocol';
import { flushNow } from './flusher';
import { writeMessages } from './write-messages';

export type TestMessage = { at: number; values: Record<string, ReadingValue> };

/** Writes messages as ingest does, for a test. Times in milliseconds, to the microsecond. */
export function write(
  { datasourceId: id, number, caller }: TestSender,
  messages: readonly (Omit<TestMessage, 'at'> & { at?: number })[],
  { arrivedMs = Date.now(), metricsMax = 2_000 } = {},
): Promise<void> {
  return writeMessages(
    { id, number, workspaceId: caller.workspaceId },
    messages.map(({ at, values }) => ({
      timeUs: at === undefined ? undefined : Math.round(at * 1000),
      keys: Object.keys(values),
      values: Object.values(values),
    })),
    { arrivedMs, metricsMax },
  );
}

/** Metrics of a datasource: key, kind, how many values were of another kind, and the last of them. */
export const kinds = async (sender: TestSender) => {
  await flushNow();
  const { rows } = await pool().query(
    'select key, kind, mismatches::int, last_mismatch from metric where datasource_id = $1 order by key',
    [sender.datasourceId],
  );
  return rows.map(({ key, kind, mismatches, last_mismatch }) => [key, kind, mismatches, last_mismatch]);
};
