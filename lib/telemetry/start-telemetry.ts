import { pool } from '@/lib/database';
import { log } from '@/lib/log';
import { datasourceMemory } from './datasource-memory';
import { flushMemory } from './flush-memory';
import { flushNow, onFlush, stopFlusher } from './flusher';
import { closeWriter, writerIdle } from './message-writer';
import { joinPeers } from './peers';

/**
 * Starts what telemetry does in the background: flushes once a second, partitions made ahead of time, and what a
 * killed process left unwritten. `stop` waits for what is being stored and writes everything down.
 */
export async function startTelemetry(): Promise<{ stop: () => Promise<void> }> {
  joinPeers();
  onFlush('telemetry', flushMemory);
  await makePartitions();
  const daily = setInterval(() => void makePartitions().catch(warn), PARTITIONS_EVERY_MS).unref();
  const recovery = { cancelled: false };
  void recoverAll(recovery).catch(warn);
  return {
    stop: async () => {
      recovery.cancelled = true;
      clearInterval(daily);
      await stopTelemetry();
    },
  };
}

/** Waits for what is being stored, writes down what memory holds, and gives the connections back. */
export async function stopTelemetry(): Promise<void> {
  await writerIdle();
  await stopFlusher();
  await closeWriter();
}

const PARTITIONS_EVERY_MS = 3_600_000;

const warn = (error: unknown) => log().warn({ err: error }, 'telemetry housekeeping failed');

/** Partitions of today and tomorrow, so that midnight is not the moment at which everybody waits for one. */
async function makePartitions(): Promise<void> {
  await pool().query(
    `select ensure_message_partition((now() at time zone 'utc')::date + days) from generate_series(0, 1) as days`,
  );
}

/**
 * Loads each datasource once, one after the other, which takes over messages that are newer than its latest values
 * (the last second before a `kill -9`), and writes those down.
 */
async function recoverAll(state: { cancelled: boolean }): Promise<void> {
  const { rows } = await pool().query<{ id: string }>(
    'select id from datasource order by last_message_at desc nulls last',
  );
  for (const { id } of rows) {
    if (state.cancelled) return;
    await datasourceMemory(id);
  }
  await flushNow();
}
