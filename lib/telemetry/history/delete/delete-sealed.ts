import type pg from 'pg';
import { decodeHours, encodeHours, type HourSummary } from '../../codec/hours';
import { decodeNumbers, encodeNumbers, type Numbers } from '../../codec/numbers';
import { decodeOthers, encodeOthers, type Others } from '../../codec/others';
import {
  type ChunkHead,
  type ChunkRow,
  deleteChunks,
  insertChunks,
  readData,
  readHeads,
  readSummaries,
  saveSummaries,
} from '../../seal/chunk-table';
import { sumUpHours } from '../../seal/sum-up';
import { replaceHours } from '../../seal/summarise';
import { DAY_US, isoDay } from '../../times';
import { type Span, touchesHour } from '../readings';

/**
 * Deletes what is packed of these metrics on a day within a span, and makes their summaries anew. Where only a summary
 * is left, the hours that the span touches go. Under the lock of the datasource, in a transaction.
 */
export async function deleteSealed(
  client: pg.ClientBase,
  day: number,
  metricIds: readonly number[],
  span: Span,
): Promise<void> {
  const heads = await readHeads(client, day, metricIds);
  const touched = heads.filter(({ firstUs, lastUs }) => firstUs < span.toUs && lastUs >= span.fromUs);
  const left: ChunkRow[] = [];
  for (const head of touched) {
    if (head.firstUs >= span.fromUs && head.lastUs < span.toUs) continue;
    left.push(...cutChunk(head, await readData(client, day, head), span));
  }
  await deleteChunks(client, day, touched);
  await insertChunks(client, day, left);
  await renewSummaries(client, day, metricIds, span);
}

/** What lies before the span and what lies after it, each packed again. */
function cutChunk({ metricId, isNumber }: ChunkHead, data: Buffer, span: Span): ChunkRow[] {
  const readings: Numbers | Others = isNumber ? decodeNumbers(data) : decodeOthers(data);
  const { timesUs, values } = readings;
  const isKept = (us: number) => us < span.fromUs || us >= span.toUs;
  const rows: ChunkRow[] = [];
  for (let start = 0; start < timesUs.length; ) {
    let end = start;
    while (end < timesUs.length && isKept(timesUs[end] as number)) end += 1;
    if (end > start) {
      const times = timesUs.subarray(start, end);
      rows.push({
        ...{ metricId, isNumber, count: end - start },
        firstUs: times[0] as number,
        lastUs: times.at(-1) as number,
        data:
          values instanceof Float64Array
            ? encodeNumbers({ timesUs: times.slice(), values: values.slice(start, end) })
            : encodeOthers({ timesUs: times.slice(), values: values.slice(start, end) }),
      });
    }
    start = end;
    while (start < timesUs.length && !isKept(timesUs[start] as number)) start += 1;
  }
  return rows;
}

async function renewSummaries(
  client: pg.ClientBase,
  day: number,
  metricIds: readonly number[],
  span: Span,
): Promise<void> {
  const known = await readSummaries(client, day, metricIds);
  const isWhole = span.fromUs <= day * DAY_US && span.toUs >= (day + 1) * DAY_US;
  const renewed = new Map<number, Buffer>();
  const gone: number[] = [];
  const heads = isWhole ? [] : await readHeads(client, day, [...known.keys()]);
  for (const [metricId, data] of known) {
    const own = heads.filter((head) => head.metricId === metricId && head.isNumber);
    const hours = isWhole ? [] : await hoursLeft(client, day, own, decodeHours(data), span);
    if (hours.length > 0) renewed.set(metricId, encodeHours(hours));
    else gone.push(metricId);
  }
  await saveSummaries(client, day, renewed);
  await client.query('delete from hour_summary where metric_id = any($1::int[]) and day = $2::date', [
    gone,
    isoDay(day),
  ]);
}

/** Hours that the span does not touch stay as they are, whether their readings are still there or not. */
async function hoursLeft(
  client: pg.ClientBase,
  day: number,
  heads: readonly ChunkHead[],
  known: readonly HourSummary[],
  span: Span,
): Promise<HourSummary[]> {
  const untouched = known.filter(({ hour }) => !touchesHour(span, day, hour));
  const touched = known.filter(({ hour }) => touchesHour(span, day, hour)).map(({ hour }) => hour);
  if (heads.length === 0 || touched.length === 0) return untouched;
  const hours = { from: Math.min(...touched), to: Math.max(...touched) };
  const summed = await sumUpHours(day, heads, hours, (head) => readData(client, day, head));
  return replaceHours(untouched, summed);
}
