import { pool } from '@/lib/database';
import { transaction } from '@/lib/transaction';
import { timestamptzArray } from '../binary-arrays';
import { lockHistory } from '../lock-history';
import { dayOf } from '../times';
import { CollectedReadings } from './collected-readings';
import { makeGiveWay } from './give-way';
import { mergeDay, type SealContext } from './merge-day';
import { collectRows, loadSource, PACKED_ROWS, type RowPlace, type SealedSource } from './message-stream';
import { countPackedDay } from './packed-day-table';
import { partitionOf, readSealing, saveThrough } from './sealed-days';

/** Rows read at once: so many, and not more than this as they are stored (a structure may be megabytes). */
const ROWS = 1_000;
const STORED_BYTES = 2e6;
/** Readings held in memory before they are packed. */
const HELD_BYTES = 24e6;

/** The next datasource of a moved day that is not packed yet; undefined: all are. */
export async function nextDatasource(day: number): Promise<number | undefined> {
  const { rows } = await pool().query<{ next: number | null }>(
    // One step in the primary key, however many rows there are: a join would go through all that are left.
    `select min(datasource) as next from ${partitionOf(day)}
      where datasource > (select through from sealed_day where day = date '1970-01-01' + $1::int)`,
    [day],
  );
  return rows[0]?.next ?? undefined;
}

/**
 * Packs what a datasource sent on a moved day, in one transaction: either all of it is packed and noted as such, or
 * nothing. Whoever comes second finds it done.
 */
export async function sealDatasource(
  day: number,
  number: number,
  { nowMs, signal, heldBytes = HELD_BYTES }: { nowMs: number; signal: AbortSignal; heldBytes?: number },
): Promise<void> {
  await transaction(async (client) => {
    await lockHistory(client, number);
    const sealing = await readSealing(client, day);
    if (!sealing || sealing.through >= number) return;
    const source = await loadSource(client, number);
    // The rows of a deleted datasource go with the partition.
    if (source) {
      await packRows({ client, giveWay: makeGiveWay() }, day, source, { signal, heldBytes });
      await countPackedDay(client, source.id, day, dayOf(nowMs * 1000));
    }
    await saveThrough(client, day, number);
  });
}

async function packRows(
  context: SealContext,
  day: number,
  source: SealedSource,
  { signal, heldBytes }: { signal: AbortSignal; heldBytes: number },
): Promise<void> {
  const { client, giveWay } = context;
  let place: RowPlace = { timeUs: -62e15, shape: 0 };
  let collected = new CollectedReadings();
  for (;;) {
    signal.throwIfAborted();
    const { rows } = await client.query<{ data: Buffer | null }>(
      `select ${PACKED_ROWS} as data
         from (select *, sum(size) over (order by time, shape) as total
                 from (select time, shape, numbers, others,
                              pg_column_size(numbers) + coalesce(pg_column_size(others), 0) as size
                         from ${partitionOf(day)}
                        where datasource = $1 and (time, shape) > (($2::timestamptz[])[1], $3::int)
                        order by time, shape limit ${ROWS}) r) m
        where total - size < ${STORED_BYTES}`,
      [source.number, timestamptzArray([place.timeUs]), place.shape],
    );
    const data = rows[0]?.data;
    if (data) place = await collectRows(data, source, collected, giveWay);
    if (!data || collected.bytes > heldBytes) {
      await mergeDay(context, day, collected);
      collected = new CollectedReadings();
    }
    if (!data) return;
  }
}
