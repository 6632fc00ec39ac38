import { pool } from '@/lib/database';
import type { ReadingValue } from '@/lib/live/protocol';
import { decodeNumbers } from './codec/numbers';
import { decodeOthers } from './codec/others';

export type SealedLatest = { metricId: number; us: number; value: ReadingValue };

/**
 * The newest packed readings of a datasource that its written latest values don't know: a process that was killed may
 * come back only after another has packed what it stored.
 */
export async function readSealedLatest(
  datasourceId: string,
  since: Date | '-infinity',
): Promise<SealedLatest[]> {
  const { rows } = await pool().query<{ id: number; is_number: boolean; data: Buffer }>(
    `select distinct on (m.id) m.id, c.is_number, c.data
       from metric m
       left join metric_latest l on l.metric_id = m.id
       join chunk c on c.metric_id = m.id and c.last > coalesce(l.time, '-infinity')
      where m.datasource_id = $1 and c.day >= ($2::timestamptz at time zone 'utc')::date
      order by m.id, c.last desc`,
    [datasourceId, since],
  );
  return rows.map(({ id, is_number, data }) => {
    const { timesUs, values } = is_number ? decodeNumbers(data) : decodeOthers(data);
    const last = timesUs.length - 1;
    return { metricId: id, us: timesUs[last] as number, value: values[last] as ReadingValue };
  });
}
