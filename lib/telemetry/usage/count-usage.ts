import { pool } from '@/lib/database';
import { countHot } from './count-hot';

const DAY_MS = 86_400_000;
/** A datasource that began a minute ago says nothing about a day. */
const HOURS_MIN = 1;

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
            coalesce(r.messages, 0), coalesce(r.readings, 0)
       from datasource d
       left join unnest($2::int[], $3::float8[], $4::float8[], $5::timestamptz[]) as h(number, rows, bytes, oldest)
         on h.number = d.number
       left join (
         select datasource_id, sum(readings) as readings, sum(chunk_bytes) as chunk_bytes,
                sum(summary_bytes) as summary_bytes,
                min(day) filter (where readings > 0)::timestamp at time zone 'utc' as oldest,
                min(day) filter (where summary_bytes > 0)::timestamp at time zone 'utc' as oldest_summary
           from packed_day group by datasource_id) p on p.datasource_id = d.id
       left join (
         select datasource_id, sum(messages) / span as messages, sum(readings) / span as readings
           from (select *, greatest(extract(epoch from $1::timestamptz - min(minute) over (partition by datasource_id)),
                                    ${HOURS_MIN * 3_600}) / 86400 as span
                   from ingest_minute where minute >= $6 and minute <= $1) m
          group by datasource_id, span) r on r.datasource_id = d.id
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
