import type { TestSender } from '@/lib/ingest/test-sender';
import type { ReadingValue } from '@/lib/live/protocol';
import { write } from '../test-write';

/** `write` for tests whose messages are pairs. */
export const writeForTest = (
  sender: TestSender,
  messages: readonly (readonly [at: number, values: Record<string, ReadingValue>])[],
): Promise<void> =>
  write(
    sender,
    messages.map(([at, values]) => ({ at, values })),
  );
