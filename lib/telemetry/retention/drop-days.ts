import type pg from 'pg';
import { changeAudit, recordAudit } from '@/lib/audit/record';
import { transaction } from '@/lib/transaction';
import { lockHistory } from '../lock-history';
import { countPackedDay } from '../seal/packed-day-table';
import { isoDay } from '../times';
import type { Drop } from './plan-drops';

const TABLES = { readings: 'chunk', summaries: 'hour_summary' } as const;

/** Drops one part of one day, with its count, under the lock of those who pack. */
async function dropPart(client: pg.ClientBase, { datasource, day, part }: Drop): Promise<void> {
  await lockHistory(client, datasource.number);
  await client.query(
    `delete from ${TABLES[part]}
      where day = $2::date and metric_id in (select id from metric where datasource_id = $1)`,
    [datasource.id, isoDay(day)],
  );
  await countPackedDay(client, datasource.id, day, null);
}

/**
 * Drops what was planned, each day in a transaction. The audit log tells what went for the cap: one entry, which grows in
 * these transactions, so that it is right wherever they are broken off.
 */
export async function dropDays(
  workspaceId: string,
  drops: readonly Drop[],
  signal: AbortSignal,
): Promise<void> {
  const forCap = new CapDrops(workspaceId);
  for (const drop of drops) {
    if (signal.aborted) return;
    await transaction(async (client) => {
      await dropPart(client, drop);
      if (drop.reason === 'cap') await forCap.note(client, drop);
    });
  }
}

class CapDrops {
  private entry: string | undefined;
  private from = Number.POSITIVE_INFINITY;
  private to = Number.NEGATIVE_INFINITY;
  private readings = 0;
  private bytes = 0;

  constructor(private readonly workspaceId: string) {}

  async note(client: pg.ClientBase, { day, readings, bytes }: Drop): Promise<void> {
    this.from = Math.min(this.from, day);
    this.to = Math.max(this.to, day);
    this.readings += readings;
    this.bytes += bytes;
    const detail = {
      ...{ from: isoDay(this.from), to: isoDay(this.to) },
      ...{ readings: this.readings, bytes: this.bytes },
    };
    if (this.entry !== undefined) return changeAudit(client, this.entry, detail);
    const { workspaceId } = this;
    const entry = { workspaceId, userId: null, action: 'storage.cap_drop', subject: workspaceId, detail };
    this.entry = await recordAudit(client, entry);
  }
}
