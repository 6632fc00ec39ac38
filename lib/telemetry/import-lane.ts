import pg from 'pg';
import { env } from '@/lib/env';
import { giveArrivalTimes, leaveTakenTimes, takeSlot } from './arrival-times';
import { timestamptzArray } from './binary-arrays';
import { CopyBytes } from './copy-bytes';
import { copyMessages } from './copy-messages';
import { encodeRows, rowsOf } from './group-rows';
import type { ImportOutline } from './import-outline';
import { lockHistory } from './lock-history';
import { ensurePartition, insertMessages } from './message-table';
import type { Alongside, Batch } from './write-lane';

/** The longest that one batch may take, or wait for whoever else rewrites the datasource's history. */
const QUERY_MS_MAX = 600_000;
const UNIQUE_VIOLATION = '23505';

/** They can't be copied (docs/decisions/0017); what the transaction wrote before is lost too. */
export class RepeatedMessages extends Error {}

/**
 * A connection of its own for one import: a transaction that takes seconds shall not hold up the lanes that
 * everybody's messages travel on (write-lane.ts).
 */
export class ImportLane {
  private readonly copy = new CopyBytes();

  private constructor(
    private readonly client: pg.Client,
    private readonly slot: number,
    private readonly replacing: boolean,
  ) {}

  /** @param replacing messages that are there already, or come twice; else they are refused with RepeatedMessages */
  static async open(replacing: boolean): Promise<ImportLane> {
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
      return new ImportLane(client, await takeSlot(client), replacing);
    } catch (error) {
      client.end().catch(() => {});
      throw error;
    }
  }

  async begin(datasource: number, outline: ImportOutline): Promise<void> {
    // Before the transaction: making one locks out other makers until its end.
    for (const day of outline.days) await ensurePartition(this.client, day);
    await this.client.query('begin');
    await lockHistory(this.client, datasource);
    if (!this.replacing && (await this.findsStored(datasource, outline))) throw new RepeatedMessages();
  }

  async write(batch: Batch): Promise<void> {
    giveArrivalTimes(batch, this.slot);
    if (this.replacing) {
      await leaveTakenTimes(this.client, [batch], this.slot);
      await insertMessages(this.client, rowsOf([batch]));
      return;
    }
    try {
      await copyMessages(this.client, encodeRows([batch], this.copy));
    } catch (error) {
      if (!(error instanceof pg.DatabaseError) || error.code !== UNIQUE_VIOLATION) throw error;
      throw new RepeatedMessages();
    }
  }

  async commit(alongside: Alongside | undefined): Promise<void> {
    await alongside?.(this.client);
    await this.client.query('commit');
  }

  /** What was not committed is undone. */
  async close(): Promise<void> {
    await this.client.end().catch(() => {}); // it may be gone already
  }

  /** Of the most usual repetition, a whole import that comes again, it is found out before it is written. */
  private async findsStored(datasource: number, { fromUs, toUs }: ImportOutline): Promise<boolean> {
    if (fromUs > toUs) return false; // none has a time
    const { rowCount } = await this.client.query(
      `select from message
        where datasource = $1 and time between ($2::timestamptz[])[1] and ($2::timestamptz[])[2] limit 1`,
      [datasource, timestamptzArray([fromUs, toUs])],
    );
    return rowCount !== 0;
  }
}
