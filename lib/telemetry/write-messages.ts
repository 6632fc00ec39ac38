import { problem } from '@/lib/problem';
import { applyReadings } from './apply-readings';
import { datasourceMemory } from './datasource-memory';
import { flushMemory } from './flush-memory';
import { flushNow, onFlush } from './flusher';
import type { DatasourceRef, Message } from './message';
import { storeBatch } from './message-writer';
import { prepareMessages } from './prepare-messages';
import type { Alongside } from './write-lane';

export type WriteOptions = {
  /** When the request came: the time of messages without one of their own. */
  arrivedMs: number;
  metricsMax: number;
  alongside?: Alongside | undefined;
};

/**
 * Stores the messages of one request, all or none; resolves after the commit, when latest values and live streams
 * know them too.
 */
export async function writeMessages(
  datasource: DatasourceRef,
  messages: readonly Message[],
  { arrivedMs, metricsMax, alongside }: WriteOptions,
): Promise<void> {
  const found = datasourceMemory(datasource.id);
  const memory = found instanceof Promise ? await found : found;
  if (!memory) throw problem('unauthorized', { detail: 'The datasource of this key was deleted.' });
  const made = prepareMessages(memory, messages, metricsMax);
  const prepared = made instanceof Promise ? await made : made;
  let rowCount = 0;
  for (const message of prepared) rowCount += message.rows.length;
  const batch = { memory, arrivedUs: arrivedMs * 1000, messages: prepared, rowCount, alongside };
  await storeBatch(batch);
  onFlush('telemetry', flushMemory);
  const { isLate } = applyReadings(batch);
  if (isLate) await flushNow();
}
