import { historyPool } from '@/lib/database';

/** When the history of a datasource begins, in milliseconds, be it summed up; null when it has none. */
export async function oldestReading({ id, number }: { id: string; number: number }): Promise<number | null> {
  const { rows } = await historyPool().query<{ oldest: Date | null }>(
    `select least(
       (select min(time) from message where datasource = $1),
       (select min(time) from sealing_message where datasource = $1),
       (select min(o.first) from metric m cross join lateral (
          select first from chunk where metric_id = m.id order by day, is_number, first limit 1) o
         where m.datasource_id = $2),
       (select min(o.day)::timestamp at time zone 'utc' from metric m cross join lateral (
          select day from hour_summary where metric_id = m.id order by day limit 1) o
         where m.datasource_id = $2)) as oldest`,
    [number, id],
  );
  return rows[0]?.oldest?.getTime() ?? null;
}
