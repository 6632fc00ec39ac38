import { historyPool } from '@/lib/database';
import { DAY_US, dayOf, isoDay } from '../times';
import type { DatasourceSource } from './metric-source';
import { timeText } from './packed-rows';
import type { Span } from './readings';

/** A span of more slices than this is first cut to what it holds: somebody may ask for all times. */
const SLICES_UNASKED_MAX = 64;

/** Cuts a span at midnights (UTC) into pieces of at most so many days, where there may be anything of the metrics. */
export async function slicesOf(source: DatasourceSource, span: Span, days: number): Promise<Span[]> {
  if (span.toUs - span.fromUs <= SLICES_UNASKED_MAX * days * DAY_US) return cut(span, days);
  const held = await heldSpan(source, span);
  return held ? cut(held, days) : [];
}

function cut({ fromUs, toUs }: Span, days: number): Span[] {
  const slices: Span[] = [];
  for (let start = fromUs; start < toUs; ) {
    const end = Math.min(toUs, (dayOf(start) + days) * DAY_US);
    slices.push({ fromUs: start, toUs: end });
    start = end;
  }
  return slices;
}

/** From the first to the last day of a span on which anything is stored; rows first: see read-rows.ts. */
async function heldSpan({ number, metrics }: DatasourceSource, span: Span): Promise<Span | undefined> {
  const { rows } = await historyPool().query<{ first: number | null; last: number | null }>(
    `select min(day) - date '1970-01-01' as first, max(day) - date '1970-01-01' as last from (
       select (t.time at time zone 'utc')::date as day
         from (select min(time) as time from message where datasource = $1 and time >= $2 and time < $3
               union all
               select max(time) from message where datasource = $1 and time >= $2 and time < $3
               union all
               select min(time) from sealing_message where datasource = $1 and time >= $2 and time < $3
               union all
               select max(time) from sealing_message where datasource = $1 and time >= $2 and time < $3) t
       union all
       select day from chunk where metric_id = any($4::int[]) and day between $5::date and $6::date
       union all
       select day from hour_summary where metric_id = any($4::int[]) and day between $5::date and $6::date) d`,
    [
      ...[number, timeText(span.fromUs), timeText(span.toUs), metrics.map(({ info }) => info.id)],
      ...[isoDay(dayOf(span.fromUs)), isoDay(dayOf(span.toUs - 1))],
    ],
  );
  const { first = null, last = null } = rows[0] ?? {};
  if (first === null || last === null) return undefined;
  return { fromUs: Math.max(span.fromUs, first * DAY_US), toUs: Math.min(span.toUs, (last + 1) * DAY_US) };
}
