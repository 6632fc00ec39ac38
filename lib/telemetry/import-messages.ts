import { problem } from '@/lib/problem';
import { datasourceMemory } from './datasource-memory';
import { flushMemory } from './flush-memory';
import { flushNow, onFlush } from './flusher';
import { ImportLane, RepeatedMessages } from './import-lane';
import type { ImportOutline } from './import-outline';
import { ImportSummary } from './import-summary';
import type { DatasourceMemory } from './memory';
import type { DatasourceRef, Message } from './message';
import { makeMetrics, type PreparedMessage, prepareMessages } from './prepare-messages';
import { beginImport } from './running-imports';
import { assertStorageLeft } from './storage-guard';
import { isRefusedData } from './write-lane';
import type { WriteOptions } from './write-messages';

/**
 * Stores more messages than memory holds, all or none: in batches, in one transaction on a connection of its own.
 * Resolves after the commit, when latest values and live streams know them too. Rules: SPEC.md, I.
 * @param batches read anew at each call; few messages at a time
 * @param outline of the very same messages, which were gone through before
 */
export async function importMessages(
  datasource: DatasourceRef,
  batches: () => AsyncIterable<Message[]>,
  outline: ImportOutline,
  options: WriteOptions,
): Promise<void> {
  assertStorageLeft();
  const memory = await datasourceMemory(datasource.id);
  if (!memory) throw problem('unauthorized', { detail: 'The datasource of this key was deleted.' });
  const missing = outline.newMetrics.filter(({ key }) => !memory.metrics.has(key));
  if (missing.length > 0) await makeMetrics(memory, missing, options.metricsMax);
  const summary = await writeAll(memory, batches, outline, options);
  onFlush('telemetry', flushMemory);
  const { isLate } = summary.apply(memory, options.arrivedMs);
  if (isLate) await flushNow();
}

/** Copies them, which costs a fraction; where some are repeated, all is undone and begun again, the other way. */
async function writeAll(
  memory: DatasourceMemory,
  batches: () => AsyncIterable<Message[]>,
  outline: ImportOutline,
  options: WriteOptions,
): Promise<ImportSummary> {
  const end = beginImport(memory.number, outline.fromUs, outline.toUs);
  try {
    return await writeOnce(memory, batches(), outline, options, false).catch((error: unknown) => {
      if (!(error instanceof RepeatedMessages)) throw error;
      return writeOnce(memory, batches(), outline, options, true);
    });
  } finally {
    end();
  }
}

async function writeOnce(
  memory: DatasourceMemory,
  batches: AsyncIterable<Message[]>,
  outline: ImportOutline,
  { arrivedMs, metricsMax, alongside }: WriteOptions,
  replacing: boolean,
): Promise<ImportSummary> {
  const summary = new ImportSummary();
  const lane = await ImportLane.open(replacing).catch(unavailable);
  const write = async (messages: PreparedMessage[]) => {
    await lane.write({ memory, arrivedUs: arrivedMs * 1000, messages, rowCount: 0, bytes: 0 });
    summary.add(messages);
  };
  try {
    await lane.begin(memory.number, outline).catch(unavailable);
    // One batch is written while the next one is read.
    let writing = Promise.resolve();
    for await (const batch of batches) {
      const messages = await prepareMessages(memory, batch, metricsMax);
      await writing.catch(unavailable);
      writing = write(messages);
      writing.catch(() => {}); // told where it is waited for
    }
    await writing.catch(unavailable);
    await lane.commit(alongside).catch(unavailable);
  } finally {
    await lane.close();
  }
  return summary;
}

/** Whatever breaks on the connection, and is not the fault of the data, is the database's. */
function unavailable(error: unknown): never {
  const isOfData = isRefusedData(error) || error instanceof RepeatedMessages;
  throw isOfData ? error : problem('unavailable', { retryAfterSeconds: 2, cause: error });
}
