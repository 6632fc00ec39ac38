import { problem } from '@/lib/problem';
import { datasourceMemory } from './datasource-memory';
import { flushMemory } from './flush-memory';
import { flushNow, onFlush } from './flusher';
import { ImportLane } from './import-lane';
import type { ImportOutline } from './import-outline';
import { ImportSummary } from './import-summary';
import type { DatasourceMemory } from './memory';
import type { DatasourceRef, Message } from './message';
import { makeMetrics, prepareMessages } from './prepare-messages';
import { beginImport } from './running-imports';
import { assertStorageLeft } from './storage-guard';
import { isRefusedData } from './write-lane';
import type { WriteOptions } from './write-messages';

/**
 * Stores more messages than memory holds, all or none: in batches, in one transaction on a connection of its own.
 * Resolves after the commit, when latest values and live streams know them too. Rules: SPEC.md, B.
 * @param outline of the very same messages, which were gone through before
 */
export async function importMessages(
  datasource: DatasourceRef,
  batches: AsyncIterable<Message[]>,
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

async function writeAll(
  memory: DatasourceMemory,
  batches: AsyncIterable<Message[]>,
  { fromUs, toUs, days }: ImportOutline,
  { arrivedMs, metricsMax, alongside }: WriteOptions,
): Promise<ImportSummary> {
  const summary = new ImportSummary();
  const lane = await ImportLane.open().catch(unavailable);
  const end = beginImport(memory.number, fromUs, toUs);
  try {
    await lane.begin(memory.number, days).catch(unavailable);
    for await (const batch of batches) {
      const messages = await prepareMessages(memory, batch, metricsMax);
      await lane
        .write({ memory, arrivedUs: arrivedMs * 1000, messages, rowCount: 0, bytes: 0 })
        .catch(unavailable);
      summary.add(messages);
    }
    await lane.commit(alongside).catch(unavailable);
  } finally {
    end();
    await lane.close();
  }
  return summary;
}

/** Whatever breaks on the connection, and is not the fault of the data, is the database's. */
function unavailable(error: unknown): never {
  throw isRefusedData(error) ? error : problem('unavailable', { retryAfterSeconds: 2, cause: error });
}
