import pg from 'pg';
import { env } from '@/lib/env';
import { giveArrivalTimes, takeSlot } from './arrival-times';
import type { DatasourceMemory } from './memory';
import { ensurePartition, insertMessages, type MessageRow } from './message-table';
import type { PreparedMessage } from './prepare-messages';
import { dayOf } from './times';

/** What one request brings: stored whole or not at all. */
export type Batch = {
  memory: DatasourceMemory;
  arrivedUs: number;
  messages: PreparedMessage[];
  rowCount: number;
  /** What else its transaction writes. */
  alongside?: Alongside | undefined;
};

/** Written in the same transaction as the messages: both are there, or neither. */
export type Alongside = (client: pg.ClientBase) => Promise<void>;

/** Days that get a partition when a message comes for them; older ones wait in the default partition. */
const PARTITION_DAYS_BACK = 7;
export const oldestPartitionDay = (): number => dayOf(Date.now() * 1000) - PARTITION_DAYS_BACK;
const RECONNECT_MS_MIN = 500;

type Connection = { client: pg.Client; slot: number; days: Set<number> };

/** One connection that stores groups of batches, one at a time. */
export class WriteLane {
  private connection: Connection | undefined;
  private failed: { at: number; error: unknown } | undefined;
  busy = false;

  /** Stores the batches in one transaction, or throws and has stored none. */
  async write(batches: readonly Batch[]): Promise<void> {
    const { client, slot, days } = await this.connect();
    for (const batch of batches) giveArrivalTimes(batch, slot);
    const rows = rowsOf(batches);
    try {
      for (const day of newDays(rows, days)) {
        await ensurePartition(client, day);
        days.add(day);
      }
      if (batches.some(({ alongside }) => alongside)) await writeTogether(client, batches, rows);
      else await insertMessages(client, rows);
    } catch (error) {
      if (!isRefusedData(error)) await this.close();
      throw error;
    }
  }

  async close(): Promise<void> {
    const { connection } = this;
    this.connection = undefined;
    await connection?.client.end().catch(() => {}); // it may be gone already
  }

  private async connect(): Promise<Connection> {
    if (this.connection) return this.connection;
    // While the database is away, a request shall not wait for a connection that just failed.
    if (this.failed && Date.now() - this.failed.at < RECONNECT_MS_MIN) throw this.failed.error;
    const client = new pg.Client({
      connectionString: env().DATABASE_URL,
      application_name: 'twinnoverse-ingest',
      connectionTimeoutMillis: 3_000,
      query_timeout: 15_000,
      keepAlive: true,
    });
    client.on('error', () => {
      if (this.connection?.client === client) this.connection = undefined;
    });
    try {
      await client.connect();
      this.connection = { client, slot: await takeSlot(client), days: new Set() };
      this.failed = undefined;
      return this.connection;
    } catch (error) {
      this.failed = { at: Date.now(), error };
      client.end().catch(() => {});
      throw error;
    }
  }
}

async function writeTogether(
  client: pg.ClientBase,
  batches: readonly Batch[],
  rows: readonly MessageRow[],
): Promise<void> {
  await client.query('begin');
  try {
    for (const { alongside } of batches) await alongside?.(client);
    await insertMessages(client, rows);
    await client.query('commit');
  } catch (error) {
    if (isRefusedData(error)) await client.query('rollback');
    throw error;
  }
}

/** Data that PostgreSQL can't store (class 22) or integrity (23): the fault of one batch, not of the connection. */
export const isRefusedData = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && /^2[23]/.test(error.code ?? '');

/**
 * The rows of a group in the order of the primary key (two connections that meet on the same rows then wait for
 * each other rather than deadlock), of repeated ones the last, with the texts of all: messages without numbers all
 * have the same shape, and are repeated only where they hold the same data keys.
 */
export function rowsOf(batches: readonly Batch[]): MessageRow[] {
  const rows: MessageRow[] = [];
  for (const { memory, messages } of batches) {
    for (const { timeUs, rows: cuts } of messages) {
      for (const { shape, numbers, others } of cuts) {
        rows.push({ datasource: memory.number, shape, timeUs, numbers, others });
      }
    }
  }
  if (rows.length < 2) return rows;
  rows.sort((a, b) => a.datasource - b.datasource || a.timeUs - b.timeUs || a.shape - b.shape);
  let kept = 0;
  for (let i = 1; i < rows.length; i++) {
    const row = rows[i] as MessageRow;
    const last = rows[kept] as MessageRow;
    const repeated =
      row.timeUs === last.timeUs && row.shape === last.shape && row.datasource === last.datasource;
    if (repeated) row.others = bothOthers(last.others, row.others);
    else kept += 1;
    rows[kept] = row;
  }
  rows.length = kept + 1;
  return rows;
}

/** Of a text that both have the later one counts: PostgreSQL keeps the last of two equal keys. */
function bothOthers(earlier: string | null, later: string | null): string | null {
  if (earlier === null || later === null) return later ?? earlier;
  return `${earlier.slice(0, -1)},${later.slice(1)}`;
}

function newDays(rows: readonly MessageRow[], known: ReadonlySet<number>): Set<number> {
  const found = new Set<number>();
  const oldest = oldestPartitionDay();
  for (const { timeUs } of rows) {
    const day = dayOf(timeUs);
    if (day >= oldest && !known.has(day)) found.add(day);
  }
  return found;
}
