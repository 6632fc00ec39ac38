import { historyPool } from '@/lib/database';
import type { ReadingValue } from '@/lib/live/protocol';
import { decodeHours } from '../codec/hours';
import { decodeNumbers } from '../codec/numbers';
import { decodeOthers } from '../codec/others';
import { DAY_US, dayOf, isoDay, lowerBound } from '../times';
import type { DatasourceSource } from './metric-source';
import { timeText } from './packed-rows';
import type { ValueAt } from './state-at';

type Row = { metric: number; is_number: boolean; data: Buffer };

/**
 * The last sealed values at or before a moment that are newer than what is known: one chunk of each metric and sort,
 * or of its hours where no readings are left.
 */
export async function readLastSealed(
  source: DatasourceSource,
  atUs: number,
  known: ReadonlyMap<number, ValueAt>,
): Promise<ValueAt[]> {
  const found: ValueAt[] = [];
  const numbers = source.metrics.map(({ info }) => info.id);
  const others = source.metrics.filter(({ mayHaveOthers }) => mayHaveOthers).map(({ info }) => info.id);
  const rows = [
    ...(await lastChunks(numbers, true, atUs, known)),
    ...(await lastChunks(others, false, atUs, known)),
  ];
  for (const { metric, is_number: isNumber, data } of rows) {
    const chunk: { timesUs: Float64Array; values: ArrayLike<ReadingValue> } = isNumber
      ? decodeNumbers(data)
      : decodeOthers(data);
    const at = lowerBound(chunk.timesUs, atUs + 1) - 1;
    const value = chunk.values[at];
    if (value !== undefined) found.push({ metric, timeUs: chunk.timesUs[at] as number, value });
  }
  const seen = new Set([...known.keys(), ...found.map(({ metric }) => metric)]);
  const unknown = numbers.filter((metric) => !seen.has(metric));
  if (unknown.length > 0) found.push(...(await lastHours(unknown, atUs)));
  return found.sort((a, b) => a.timeUs - b.timeUs);
}

async function lastChunks(
  ids: readonly number[],
  isNumber: boolean,
  atUs: number,
  known: ReadonlyMap<number, ValueAt>,
): Promise<Row[]> {
  if (ids.length === 0) return [];
  const knownTimes = ids.map((id) => {
    const value = known.get(id);
    return value ? timeText(value.timeUs) : '-infinity';
  });
  const { rows } = await historyPool().query<Row>({
    name: 'history-last-chunks',
    text: `select m.id as metric, c.is_number, c.data
             from unnest($1::int[], $2::timestamptz[]) as m(id, known)
             cross join lateral (
               select is_number, last, data from chunk
                where metric_id = m.id and is_number = $3 and day <= $4::date and first <= $5
                order by day desc, is_number desc, first desc limit 1) c
            where c.last > m.known`,
    values: [[...ids], knownTimes, isNumber, isoDay(dayOf(atUs)), timeText(atUs)],
  });
  return rows;
}

async function lastHours(ids: readonly number[], atUs: number): Promise<ValueAt[]> {
  const { rows } = await historyPool().query<{ metric: number; day: number; data: Buffer }>({
    name: 'history-last-hours',
    text: `select m.id as metric, (h.day - date '1970-01-01') as day, h.data
             from unnest($1::int[]) as m(id)
             cross join lateral (select day, data from hour_summary
                                  where metric_id = m.id and day <= $2::date order by day desc limit 2) h`,
    values: [[...ids], isoDay(dayOf(atUs))],
  });
  const found: ValueAt[] = [];
  for (const { metric, day, data } of rows) {
    const hour = decodeHours(data).findLast(({ lastUs }) => day * DAY_US + lastUs <= atUs);
    if (hour) found.push({ metric, timeUs: day * DAY_US + hour.lastUs, value: hour.last });
  }
  return found;
}
