import { problem } from '@/lib/problem';
import { applyReadings } from './apply-readings';
import { datasourceMemory } from './datasource-memory';
import { flushMemory } from './flush-memory';
import { flushNow, onFlush } from './flusher';
import type { DatasourceMemory } from './memory';
import type { DatasourceRef, Message } from './message';
import { storeBatch } from './message-writer';
import { type PreparedMessage, prepareMessages } from './prepare-messages';
import type { Alongside, Batch } from './write-lane';

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
  const batch = batchOf(memory, prepared, arrivedMs, alongside);
  await storeBatch(batch);
  if (batch.failure !== undefined) throw batch.failure;
  onFlush('telemetry', flushMemory);
  const { isLate } = applyReadings(batch);
  if (isLate) await flushNow();
}

/** A request that waits: its connection, headers and body, and what was made for it. Measured, generously. */
const REQUEST_BYTES = 16 * 1024;
const MESSAGE_BYTES = 250;
const VALUE_BYTES = 16;

function batchOf(
  memory: DatasourceMemory,
  messages: PreparedMessage[],
  arrivedMs: number,
  alongside: Alongside | undefined,
): Batch {
  let rowCount = 0;
  let bytes = REQUEST_BYTES;
  for (const { values, others, moreRows } of messages) {
    rowCount += 1 + (moreRows?.length ?? 0);
    // Twice the texts: as they came, and as they are stored.
    bytes += MESSAGE_BYTES + values.length * VALUE_BYTES + (others?.length ?? 0) * 2;
  }
  return { memory, arrivedUs: arrivedMs * 1000, messages, rowCount, bytes, alongside };
}
