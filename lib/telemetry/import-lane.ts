import pg from 'pg';
import { env } from '@/lib/env';
import { giveArrivalTimes, takeSlot } from './arrival-times';
import { rowsOf } from './group-rows';
import { ensurePartition, insertMessages } from './message-table';
import type { Alongside, Batch } from './write-lane';

/** Two imports of one datasource are written one after the other: their rows may be the same, in any order. */
const IMPORT_LOCKS = 727_371;
/** The longest that one batch may take, or wait for another import of the datasource. */
const QUERY_MS_MAX = 600_000;

/**
 * A connection of its own for one import: a transaction that takes seconds shall not hold up the lanes that
 * everybody's messages travel on (write-lane.ts).
 */
export class ImportLane {
  private constructor(
    private readonly client: pg.Client,
    private readonly slot: number,
  ) {}

  static async open(): Promise<ImportLane> {
    const client = new pg.Client({
      connectionString: env().DATABASE_URL,
      application_name: 'twinnoverse-import',
      connectionTimeoutMillis: 3_000,
      query_timeout: QUERY_MS_MAX,
      keepAlive: true,
    });
    client.on('error', () => {}); // told by the query that it breaks
    try {
      await client.connect();
      return new ImportLane(client, await takeSlot(client));
    } catch (error) {
      client.end().catch(() => {});
      throw error;
    }
  }

  /** @param days made before the transaction begins: making one locks out other makers until its end */
  async begin(datasource: number, days: Iterable<number>): Promise<void> {
    for (const day of days) await ensurePartition(this.client, day);
    await this.client.query('begin');
    await this.client.query('select pg_advisory_xact_lock($1, $2)', [IMPORT_LOCKS, datasource]);
  }

  async write(batch: Batch): Promise<void> {
    giveArrivalTimes(batch, this.slot);
    await insertMessages(this.client, rowsOf([batch]));
  }

  async commit(alongside: Alongside | undefined): Promise<void> {
    await alongside?.(this.client);
    await this.client.query('commit');
  }

  /** What was not committed is undone. */
  async close(): Promise<void> {
    await this.client.end().catch(() => {}); // it may be gone already
  }
}
