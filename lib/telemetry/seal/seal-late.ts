import { pool } from '@/lib/database';
import { transaction } from '@/lib/transaction';
import { timestamptzArray } from '../binary-arrays';
import { lockHistory } from '../lock-history';
import { DAY_US, dayOf, isoDay } from '../times';
import { CollectedReadings } from './collected-readings';
import { makeGiveWay } from './give-way';
import { mergeDay } from './merge-day';
import { collectRows, loadSource, PACKED_ROWS } from './message-stream';
import { markSealed } from './move-day';
import { countPackedDay } from './packed-day-table';

/** Messages taken at once out of the default partition, also by their stored size; those of one time stay together. */
const ROWS = 20_000;
const STORED_BYTES = 8e6;

export type LateDay = { datasource: number; day: number };

/**
 * Datasources and days of which messages lie in the default partition, though the day is over. A day that is being sealed
 * has to wait: what came late is newer than what is packed after it.
 */
export async function findLate(beforeDay: number): Promise<LateDay[]> {
  // From one (datasource, day) to the next by the primary key, however many messages there are.
  const { rows } = await pool().query<LateDay>(
    `with recursive step as (
       (select datasource, time from message_default order by datasource, time limit 1)
       union all
       select n.datasource, n.time
         from step s
         cross join lateral (
           select datasource, time from message_default
            where (datasource, time) >= (
              s.datasource, date_trunc('day', s.time at time zone 'utc') at time zone 'utc' + interval '1 day')
            order by datasource, time limit 1) n)
     select s.datasource, (s.time at time zone 'utc')::date - date '1970-01-01' as day
       from step s
      where s.time < $1::date::timestamp at time zone 'utc'
        and not exists (select from sealed_day d
                         where d.day = (s.time at time zone 'utc')::date and d.state = 'sealing')
      order by day, datasource`,
    [isoDay(beforeDay)],
  );
  return rows;
}

/**
 * Packs late messages of a datasource and day, in one transaction with their deletion.
 * @returns whether there may be more of them
 */
export async function sealLate({ datasource, day }: LateDay, nowMs: number): Promise<boolean> {
  return transaction(async (client) => {
    await lockHistory(client, datasource);
    await markSealed(client, day);
    const { rows: states } = await client.query<{ state: string }>(
      'select state from sealed_day where day = $1::date for share',
      [isoDay(day)],
    );
    if (states[0]?.state !== 'sealed') return false;
    const source = await loadSource(client, datasource);
    const from = timestamptzArray([day * DAY_US]);
    const to = timestamptzArray([(day + 1) * DAY_US]);
    const { rows } = await client.query<{ data: Buffer | null; more: boolean }>(
      `with cut as (
         select coalesce(min(time) filter (where time > first and (nth > ${ROWS} or size > ${STORED_BYTES})),
                         ($3::timestamptz[])[1]) as time
           from (select time, min(time) over () as first, row_number() over (order by time) as nth,
                        sum(pg_column_size(numbers) + coalesce(pg_column_size(others), 0)) over (order by time) as size
                   from (select time, numbers, others from message_default
                          where datasource = $1 and time >= ($2::timestamptz[])[1] and time < ($3::timestamptz[])[1]
                          order by time limit ${ROWS} + 1) r) s),
       taken as (
         delete from message_default
          where datasource = $1 and time >= ($2::timestamptz[])[1] and time < (select time from cut)
         returning time, shape, numbers, others)
       select ${PACKED_ROWS} as data, (select time from cut) < ($3::timestamptz[])[1] as more from taken`,
      [datasource, from, to],
    );
    const row = rows[0];
    if (!row?.data) return false;
    if (!source) return row.more;
    const giveWay = makeGiveWay();
    const collected = new CollectedReadings();
    await collectRows(row.data, source, collected, giveWay);
    await mergeDay({ client, giveWay }, day, collected);
    await countPackedDay(client, source.id, day, dayOf(nowMs * 1000));
    return row.more;
  });
}
