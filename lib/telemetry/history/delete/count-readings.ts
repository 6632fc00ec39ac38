import { historyPool } from '@/lib/database';
import { decodeHours } from '../../codec/hours';
import { decodeNumbers } from '../../codec/numbers';
import { decodeOthers } from '../../codec/others';
import { dayOf, isoDay, lowerBound } from '../../times';
import type { DatasourceSource } from '../metric-source';
import { timeText } from '../packed-rows';
import { messagesWithin } from '../read-rows';
import { type Span, touchesHour } from '../readings';

export type MetricCount = { readings: number; hours: number };

/**
 * How many readings of each metric lie in a span, by metric id. Chunks that lie in it whole are not unpacked. A late
 * message that repeats a sealed one counts twice until it is packed.
 */
export async function countReadings(source: DatasourceSource, span: Span): Promise<Map<number, MetricCount>> {
  const counts = new Map(source.metrics.map(({ info }) => [info.id, { readings: 0, hours: 0 }]));
  const add = (metric: number, readings: number) => {
    const count = counts.get(metric);
    if (count) count.readings += readings;
  };
  await countNumberRows(source, span, add);
  await countOtherRows(source, span, add);
  await countChunks([...counts.keys()], span, add);
  await countHours([...counts.keys()], span, (metric, hours) => {
    const count = counts.get(metric);
    if (count) count.hours += hours;
  });
  return counts;
}

type Add = (metric: number, readings: number) => void;

const bounds = ({ fromUs, toUs }: Span) => [timeText(fromUs), timeText(toUs)];

async function countNumberRows({ number, places }: DatasourceSource, span: Span, add: Add): Promise<void> {
  const { rows } = await historyPool().query<{ shape: number; messages: string }>(
    `select shape, count(*) as messages from ${messagesWithin('shape')} where shape = any($4::int[]) group by shape`,
    [number, ...bounds(span), [...new Set(places.shapes)]],
  );
  const byShape = new Map(rows.map((row) => [row.shape, Number(row.messages)]));
  for (const [i, metric] of places.metrics.entries())
    add(metric, byShape.get(places.shapes[i] as number) ?? 0);
}

async function countOtherRows({ number, metrics }: DatasourceSource, span: Span, add: Add): Promise<void> {
  const ids = metrics.filter(({ mayHaveOthers }) => mayHaveOthers).map(({ info }) => info.id);
  const { rows } = await historyPool().query<{ metric: number; readings: string }>(
    `select o.metric, count(*) as readings from ${messagesWithin('others')}
       join unnest($4::int[]) as o(metric) on m.others ? o.metric::text group by o.metric`,
    [number, ...bounds(span), ids],
  );
  for (const { metric, readings } of rows) add(metric, Number(readings));
}

async function countChunks(ids: readonly number[], span: Span, add: Add): Promise<void> {
  const days = [isoDay(dayOf(span.fromUs)), isoDay(dayOf(span.toUs - 1))];
  const { rows: whole } = await historyPool().query<{ metric: number; readings: string }>(
    `select metric_id as metric, sum(count) as readings from chunk
      where metric_id = any($1::int[]) and day between $2::date and $3::date and first >= $4 and last < $5
      group by metric_id`,
    [[...ids], ...days, ...bounds(span)],
  );
  for (const { metric, readings } of whole) add(metric, Number(readings));
  const { rows: cut } = await historyPool().query<{ metric: number; is_number: boolean; data: Buffer }>(
    `select metric_id as metric, is_number, data from chunk
      where metric_id = any($1::int[]) and day between $2::date and $3::date
        and first < $5 and last >= $4 and not (first >= $4 and last < $5)`,
    [[...ids], ...days, ...bounds(span)],
  );
  for (const { metric, is_number: isNumber, data } of cut) {
    const { timesUs } = isNumber ? decodeNumbers(data) : decodeOthers(data);
    add(metric, lowerBound(timesUs, span.toUs) - lowerBound(timesUs, span.fromUs));
  }
}

/** Hours of days whose readings were given up. */
async function countHours(ids: readonly number[], span: Span, add: Add): Promise<void> {
  const { rows } = await historyPool().query<{ metric: number; day: number; data: Buffer }>(
    `select metric_id as metric, (day - date '1970-01-01') as day, data from hour_summary h
      where metric_id = any($1::int[]) and day between $2::date and $3::date
        and not exists (select from chunk c where c.metric_id = h.metric_id and c.day = h.day and c.is_number)`,
    [[...ids], isoDay(dayOf(span.fromUs)), isoDay(dayOf(span.toUs - 1))],
  );
  for (const { metric, day, data } of rows) {
    add(metric, decodeHours(data).filter(({ hour }) => touchesHour(span, day, hour)).length);
  }
}
