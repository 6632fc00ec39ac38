import { pool } from '@/lib/database';
import type { ReadingValue } from '@/lib/live/protocol';
import { transaction } from '@/lib/transaction';
import { encodeHours } from '../codec/hours';
import { encodeNumbers } from '../codec/numbers';
import { encodeOthers } from '../codec/others';
import { insertChunks, saveSummaries } from '../seal/chunk-table';
import { DaySummary } from '../seal/summarise';
import { DAY_US } from './readings';

type Message = { shape: number; us: number; numbers: number[]; others: Record<string, ReadingValue> | null };
type Readings = [us: number, value: ReadingValue][];

/**
 * For tests of readers: packs what is stored of a datasource on a day that had no chunks yet, and takes the messages
 * away. The product does it in `seal/`, with everything that has to be thought of; here are only its results.
 * @param only `summaries`: as after the readings were given up
 */
export async function sealForTest(
  datasource: { datasourceId: string; number: number },
  day: number,
  only?: 'summaries',
): Promise<void> {
  const within = [
    datasource.number,
    new Date((day * DAY_US) / 1000),
    new Date(((day + 1) * DAY_US) / 1000),
  ] as const;
  const { rows: messages } = await pool().query<Message>(
    `select shape, (extract(epoch from time) * 1e6)::float8 as us, numbers, others from message
      where datasource = $1 and time >= $2 and time < $3 order by time, shape`,
    [...within],
  );
  const { rows: shapes } = await pool().query<{ id: number; metric_ids: number[] }>(
    'select id, metric_ids from shape where datasource_id = $1',
    [datasource.datasourceId],
  );
  const metricIds = new Map(shapes.map((shape) => [shape.id, shape.metric_ids]));
  const numbers = new Map<number, Readings>();
  const others = new Map<number, Readings>();
  const put = (into: Map<number, Readings>, metric: number, us: number, value: ReadingValue) => {
    const readings = into.get(metric) ?? [];
    into.set(metric, readings);
    if (readings.at(-1)?.[0] === us) readings.pop();
    readings.push([us, value]);
  };
  for (const message of messages) {
    for (const [i, metric] of (metricIds.get(message.shape) ?? []).entries())
      put(numbers, metric, message.us, message.numbers[i] as number);
    for (const [metric, value] of Object.entries(message.others ?? {}))
      put(others, Number(metric), message.us, value);
  }
  await transaction(async (client) => {
    for (const [isNumber, columns] of [[true, numbers] as const, [false, others] as const]) {
      for (const [metricId, readings] of columns) {
        const timesUs = Float64Array.from(readings, ([us]) => us);
        const summary = new DaySummary(day * DAY_US);
        const values = readings.map(([, value]) => value);
        const column = {
          timesUs,
          values: isNumber ? Float64Array.from(values as number[]) : new Float64Array(0),
        };
        const data = isNumber ? encodeNumbers(column) : encodeOthers({ timesUs, values });
        const head = { metricId, isNumber, count: timesUs.length };
        const row = { ...head, firstUs: timesUs[0] as number, lastUs: timesUs.at(-1) as number, data };
        if (only !== 'summaries') await insertChunks(client, day, [row]);
        if (!isNumber) continue;
        summary.add(column);
        await saveSummaries(client, day, new Map([[metricId, encodeHours(summary.finish())]]));
      }
    }
    await client.query('delete from message where datasource = $1 and time >= $2 and time < $3', [...within]);
  });
}
