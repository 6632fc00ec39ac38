import { historyPool } from '@/lib/database';
import type { Numbers } from '../codec/numbers';
import type { Others } from '../codec/others';
import type { Places } from './metric-source';
import { PACKED_NUMBERS, PACKED_OTHERS, timeText, unpackNumbers, unpackOthers } from './packed-rows';
import { type Span, sortNumbers } from './readings';

/**
 * Messages that are not packed into chunks: days that are hot, and days that are being packed. Always read before
 * the chunks: what is packed in between is then seen twice, which merging by time forgives, and never missed. `$1` to
 * `$3` of the query: of which datasource, from when to when.
 */
export const messagesWithin = (columns: string) => `(
  select ${columns} from message where datasource = $1 and time >= $2 and time < $3
  union all
  select ${columns} from sealing_message where datasource = $1 and time >= $2 and time < $3) m`;

/** $1 to $6 of a query: whose numbers, between which times. */
export const numberParameters = (datasource: number, places: Places, span: Span) => [
  datasource,
  timeText(span.fromUs),
  timeText(span.toUs),
  places.shapes,
  places.positions,
  places.metrics,
];

/** A row per metric: (metric, data). */
export const numberRows = (places: string): string => `
  select metric, ${PACKED_NUMBERS} as data
    from (select p.metric, m.time, m.numbers[p.position] as value
            from ${messagesWithin('shape, time, numbers')} join ${places} using (shape)) r
   where value is not null group by metric`;
export const NUMBER_ROWS = numberRows(
  'unnest($4::int[], $5::int[], $6::int[]) as p(shape, position, metric)',
);

export const unpackRow = (data: Buffer): Numbers => sortNumbers(unpackNumbers(data));

/** Numbers of metrics, by metric id; a metric without any is absent. */
export async function readNumberRows(
  datasource: number,
  places: Places,
  span: Span,
): Promise<Map<number, Numbers>> {
  if (places.shapes.length === 0) return new Map();
  const { rows } = await historyPool().query<{ metric: number; data: Buffer }>({
    name: 'history-number-rows',
    text: NUMBER_ROWS,
    values: numberParameters(datasource, places, span),
  });
  return new Map(rows.map(({ metric, data }) => [metric, unpackRow(data)]));
}

/**
 * Texts, booleans, structures and mismatches of metrics, by metric id.
 * @param lastOfEach only the last one of each slot of a grid, so that a range of structures stays small
 */
export async function readOtherRows(
  datasource: number,
  metricIds: readonly number[],
  span: Span,
  lastOfEach?: { fromUs: number; widthUs: number },
): Promise<Map<number, Others>> {
  if (metricIds.length === 0) return new Map();
  const readings = `
    select o.metric, m.time, (m.others -> o.metric::text)::text as value
      from ${messagesWithin('time, others')}
      join unnest($4::int[]) as o(metric) on m.others ? o.metric::text`;
  const slot = `floor(((extract(epoch from time) * 1e6)::float8 - $5::float8) / $6::float8)`;
  const values = [datasource, timeText(span.fromUs), timeText(span.toUs), [...metricIds]];
  const { rows } = await historyPool().query<{ metric: number; data: Buffer }>(
    lastOfEach
      ? {
          name: 'history-last-other-rows',
          text: `select metric, ${PACKED_OTHERS} as data
                   from (select distinct on (metric, slot) metric, time, value
                           from (select *, ${slot} as slot from (${readings}) r) s
                          order by metric, slot, time desc) l
                  group by metric`,
          values: [...values, lastOfEach.fromUs, lastOfEach.widthUs],
        }
      : {
          name: 'history-other-rows',
          text: `select metric, ${PACKED_OTHERS} as data from (${readings}) r group by metric`,
          values,
        },
  );
  return new Map(rows.map(({ metric, data }) => [metric, unpackOthers(data)]));
}
