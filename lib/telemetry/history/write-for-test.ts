import type { TestSender } from '@/lib/ingest/test-sender';
import type { ReadingValue } from '@/lib/live/protocol';
import { writeMessages } from '../write-messages';

/** For tests: stores messages as ingest would. Times in milliseconds, to the microsecond. */
export function writeForTest(
  { datasourceId: id, number, caller }: TestSender,
  messages: readonly (readonly [at: number, values: Record<string, ReadingValue>])[],
): Promise<void> {
  return writeMessages(
    { id, number, workspaceId: caller.workspaceId },
    messages.map(([at, values]) => ({
      timeUs: Math.round(at * 1000),
      keys: Object.keys(values),
      values: Object.values(values),
    })),
    { arrivedMs: Date.now(), metricsMax: 2_000 },
  );
}
