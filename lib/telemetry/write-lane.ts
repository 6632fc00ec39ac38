import pg from 'pg';
import { env } from '@/lib/env';
import { giveArrivalTimes, leaveTakenTimes, takeSlot } from './arrival-times';
import { CopyBytes } from './copy-bytes';
import { copyMessages } from './copy-messages';
import { encodeRows, rowsOf } from './group-rows';
import type { DatasourceMemory } from './memory';
import { ensurePartition, insertMessages } from './message-table';
import type { PreparedMessage } from './prepare-messages';
import { dayOf } from './times';

/** What one request brings: stored whole or not at all. */
export type Batch = {
  memory: DatasourceMemory;
  arrivedUs: number;
  messages: PreparedMessage[];
  rowCount: number;
  /** About what it holds of memory while it waits, its request included. */
  bytes: number;
  /** What else its transaction writes. */
  alongside?: Alongside | undefined;
  /** Why it was not stored. */
  failure?: unknown;
};

/** Written in the same transaction as the messages: both are there, or neither. */
export type Alongside = (client: pg.ClientBase) => Promise<void>;

/** Days that get a partition when a message comes for them; older ones wait in the default partition. */
const PARTITION_DAYS_BACK = 7;
export const oldestPartitionDay = (): number => dayOf(Date.now() * 1000) - PARTITION_DAYS_BACK;
const RECONNECT_MS_MIN = 500;
/** A sender that repeats itself goes on doing so for a while. */
const UPSERT_MS = 1_000;
const UNIQUE_VIOLATION = '23505';

type Connection = { client: pg.Client; slot: number; days: Set<number> };

/**
 * One connection that stores groups of batches, one at a time. It copies them, which costs PostgreSQL half of what
 * `insert … on conflict` does (bench/README.md); when a message was there already, it stores the group the other way.
 */
export class WriteLane {
  private connection: Connection | undefined;
  private failed: { at: number; error: unknown } | undefined;
  private copy = new CopyBytes();
  private upsertUntil = 0;
  busy = false;
  /** When its last group was begun. */
  writesSince = 0;

  /** Stores the batches in one transaction, or throws and has stored none. */
  async write(batches: readonly Batch[]): Promise<void> {
    const { client, slot, days } = this.connection ?? (await this.connect());
    for (const batch of batches) giveArrivalTimes(batch, slot);
    try {
      for (const day of newDays(batches, days)) {
        await ensurePartition(client, day);
        days.add(day);
      }
      if (batches.some(({ alongside }) => alongside)) await writeTogether(client, batches, slot);
      else await this.store(client, batches, slot);
    } catch (error) {
      if (!isRefusedData(error)) await this.abandon();
      throw error;
    }
  }

  async close(): Promise<void> {
    const { connection } = this;
    this.connection = undefined;
    await connection?.client.end().catch(() => {}); // it may be gone already
  }

  private async store(client: pg.ClientBase, batches: readonly Batch[], slot: number): Promise<void> {
    if (performance.now() >= this.upsertUntil) {
      try {
        return await copyMessages(client, encodeRows(batches, this.copy));
      } catch (error) {
        if (!(error instanceof pg.DatabaseError) || error.code !== UNIQUE_VIOLATION) throw error;
        this.upsertUntil = performance.now() + UPSERT_MS;
      }
    }
    await leaveTakenTimes(client, batches, slot);
    await insertMessages(client, rowsOf(batches));
  }

  /** Of a connection that broke or does not answer: what it still sends must not change under it. */
  private async abandon(): Promise<void> {
    this.copy = new CopyBytes();
    await this.close();
  }

  private async connect(): Promise<Connection> {
    // While the database is away, a request shall not wait for a connection that just failed.
    if (this.failed && performance.now() - this.failed.at < RECONNECT_MS_MIN) throw this.failed.error;
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
      this.failed = { at: performance.now(), error };
      client.end().catch(() => {});
      throw error;
    }
  }
}

async function writeTogether(client: pg.ClientBase, batches: readonly Batch[], slot: number): Promise<void> {
  await client.query('begin');
  try {
    for (const { alongside } of batches) await alongside?.(client);
    await leaveTakenTimes(client, batches, slot);
    await insertMessages(client, rowsOf(batches));
    await client.query('commit');
  } catch (error) {
    if (isRefusedData(error)) await client.query('rollback');
    throw error;
  }
}

/** Data that PostgreSQL can't store (class 22) or integrity (23): the fault of one batch, not of the connection. */
export const isRefusedData = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && /^2[23]/.test(error.code ?? '');

function newDays(batches: readonly Batch[], known: ReadonlySet<number>): Iterable<number> {
  let found: Set<number> | undefined;
  let last = Number.NaN;
  for (const { messages } of batches) {
    for (const { timeUs } of messages) {
      const day = dayOf(timeUs);
      if (day === last) continue;
      last = day;
      if (known.has(day) || day < oldestPartitionDay()) continue;
      found ??= new Set();
      found.add(day);
    }
  }
  return found ?? [];
}
