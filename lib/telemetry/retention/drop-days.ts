import type pg from 'pg';
import { recordAudit } from '@/lib/audit/record';
import { transaction } from '@/lib/transaction';
import { lockChunks } from '../seal/chunk-table';
import { countPackedDay } from '../seal/packed-day-table';
import { isoDay } from '../times';
import type { Drop } from './plan-drops';

const TABLES = { readings: 'chunk', summaries: 'hour_summary' } as const;

/** Drops one part of one day, with its count, under the lock of those who pack. */
async function dropPart(client: pg.ClientBase, { datasource, day, part }: Drop): Promise<void> {
  await lockChunks(client, datasource.number);
  await client.query(
    `delete from ${TABLES[part]}
      where day = $2::date and metric_id in (select id from metric where datasource_id = $1)`,
    [datasource.id, isoDay(day)],
  );
  await countPackedDay(client, datasource.id, day, null);
}

/** Drops what was planned, each day in a transaction; tells the audit log when it was for the cap. */
export async function dropDays(
  workspaceId: string,
  drops: readonly Drop[],
  signal: AbortSignal,
): Promise<void> {
  const done: Drop[] = [];
  for (const drop of drops) {
    if (signal.aborted) break;
    await transaction((client) => dropPart(client, drop));
    done.push(drop);
  }
  const forCap = done.filter(({ reason }) => reason === 'cap');
  if (forCap.length === 0) return;
  const days = forCap.map(({ day }) => day);
  await transaction((client) =>
    recordAudit(client, {
      workspaceId,
      userId: null,
      action: 'storage.cap_drop',
      subject: workspaceId,
      detail: {
        from: isoDay(Math.min(...days)),
        to: isoDay(Math.max(...days)),
        readings: forCap.reduce((sum, { readings }) => sum + readings, 0),
        bytes: forCap.reduce((sum, { bytes }) => sum + bytes, 0),
      },
    }),
  );
}
