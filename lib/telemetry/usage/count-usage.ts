import { pool } from '@/lib/database';
import { countHot } from './count-hot';

const DAY_MS = 86_400_000;
/** A datasource that began a minute ago says nothing about a day. */
const HOURS_MIN = 1;
/** Who sent within fewer minutes of the last day may have brought a history: the days of the last week tell, if any. */
const MINUTES_MIN = 5;
/** A minute counts as so many usual ones at most: what catches up after a break, or brings a history, is no rate. */
const USUAL_MINUTES_MAX = 20;

/**
 * Writes down what each datasource takes on disk and how fast it sends. What is packed was counted when it was packed;
 * of what is not, great partitions are sampled: cheap however much there is.
 */
export async function countUsage(nowMs: number): Promise<void> {
  const hot = [...(await countHot()).values()];
  await pool().query(
    `insert into datasource_usage (datasource_id, counted_at, message_rows, message_bytes, chunk_readings, chunk_bytes,
                                   summary_bytes, oldest, oldest_summary, messages_per_day, readings_per_day)
     select d.id, $1, coalesce(h.rows, 0), coalesce(h.bytes, 0), coalesce(p.readings, 0), coalesce(p.chunk_bytes, 0),
            coalesce(p.summary_bytes, 0), least(p.oldest, h.oldest), p.oldest_summary,
            coalesce(r.messages, 0), coalesce(case when r.is_steady then r.readings end, p.week, r.readings, 0)
       from datasource d
       left join unnest($2::int[], $3::float8[], $4::float8[], $5::timestamptz[]) as h(number, rows, bytes, oldest)
         on h.number = d.number
       left join (
         select datasource_id, sum(readings) as readings, sum(chunk_bytes) as chunk_bytes,
                sum(summary_bytes) as summary_bytes,
                nullif(sum(readings) filter (where day >= ($1::timestamptz at time zone 'utc')::date - 7), 0) / 7.0 as week,
                min(day) filter (where readings > 0)::timestamp at time zone 'utc' as oldest,
                min(day) filter (where summary_bytes > 0)::timestamp at time zone 'utc' as oldest_summary
           from packed_day group by datasource_id) p on p.datasource_id = d.id
       left join (
         select m.datasource_id, u.is_steady, sum(least(m.messages, u.messages * ${USUAL_MINUTES_MAX}::float8)) / u.days as messages,
                sum(least(m.readings, u.readings * ${USUAL_MINUTES_MAX}::float8)) / u.days as readings
           from ingest_minute m
           join (select datasource_id, count(*) >= ${MINUTES_MIN} as is_steady,
                        percentile_disc(0.5) within group (order by messages) as messages,
                        percentile_disc(0.5) within group (order by readings) as readings,
                        case when count(*) < ${MINUTES_MIN} then 1
                             else greatest(extract(epoch from $1::timestamptz - min(minute)),
                                           ${HOURS_MIN * 3_600}) / 86400 end as days
                   from ingest_minute where minute >= $6 and minute <= $1 and messages > 0
                  group by datasource_id) u on u.datasource_id = m.datasource_id
          where m.minute >= $6 and m.minute <= $1
          group by m.datasource_id, u.is_steady, u.days) r on r.datasource_id = d.id
     on conflict (datasource_id) do update
        set counted_at = excluded.counted_at, message_rows = excluded.message_rows,
            message_bytes = excluded.message_bytes, chunk_readings = excluded.chunk_readings,
            chunk_bytes = excluded.chunk_bytes, summary_bytes = excluded.summary_bytes, oldest = excluded.oldest,
            oldest_summary = excluded.oldest_summary, messages_per_day = excluded.messages_per_day,
            readings_per_day = excluded.readings_per_day`,
    [
      new Date(nowMs),
      hot.map(({ datasource }) => datasource),
      hot.map(({ rows }) => rows),
      hot.map(({ bytes }) => bytes),
      hot.map(({ oldest }) => oldest),
      new Date(nowMs - DAY_MS),
    ],
  );
}
