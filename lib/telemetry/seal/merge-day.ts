import type pg from 'pg';
import { decodeHours, encodeHours } from '../codec/hours';
import type { Numbers } from '../codec/numbers';
import { DAY_US, HOUR_US } from '../times';
import {
  type ChunkHead,
  type ChunkRow,
  deleteChunks,
  insertChunks,
  readData,
  readHeads,
  readSummaries,
  saveSummaries,
} from './chunk-table';
import type { CollectedReadings } from './collected-readings';
import { mergeParts } from './merge-parts';
import { NUMBERS, OTHERS } from './readings-sort';
import { type Hours, sumUpHours } from './sum-up';
import { DaySummary, replaceHours } from './summarise';

export type SealContext = {
  client: pg.ClientBase;
  /** Lets others go first now and then. */
  giveWay: () => Promise<void> | undefined;
};

const ALL_HOURS: Hours = { from: 0, to: 23 };

/**
 * Merges the readings of a day into its chunks and summaries; newer readings win. Where the readings of a metric were given
 * up and only its summary is left, there is nothing to tell a late reading from a repeated one by: it counts
 * only in an hour that has no summary (SPEC Z5). Under the lock of the datasource, in a transaction.
 */
export async function mergeDay(
  context: SealContext,
  day: number,
  collected: CollectedReadings,
): Promise<void> {
  const { client, giveWay } = context;
  const { numbers, others } = collected;
  const heads = headsByMetric(
    await readHeads(client, day, [...new Set([...numbers.keys(), ...others.keys()])]),
  );
  const known = await readSummaries(client, day, [...numbers.keys()]);
  const removed: ChunkHead[] = [];
  const added: ChunkRow[] = [];
  const summaries = new Map<number, Buffer>();
  const unfinished = new Map<number, Hours>();
  const read = (part: ChunkHead) => readData(client, day, part);

  for (const [metricId, fresh] of numbers) {
    await giveWay();
    const parts = heads(metricId, true);
    const summary = known.get(metricId);
    if (parts.length === 0 && summary) {
      summaries.set(metricId, fillHours(day, summary, fresh));
      continue;
    }
    const change = await mergeParts(NUMBERS, metricId, parts, fresh, read);
    removed.push(...change.removed);
    added.push(...change.added);
    if (change.removed.length === parts.length) summaries.set(metricId, summaryOf(day, change.pieces));
    else unfinished.set(metricId, summary ? hoursOf(day, fresh) : ALL_HOURS);
  }
  for (const [metricId, fresh] of others) {
    await giveWay();
    const change = await mergeParts(OTHERS, metricId, heads(metricId, false), fresh, read);
    removed.push(...change.removed);
    added.push(...change.added);
  }
  await deleteChunks(client, day, removed);
  await insertChunks(client, day, added);
  for (const [metricId, hours] of unfinished) {
    summaries.set(metricId, await sumUpAgain(context, day, metricId, hours, known.get(metricId)));
  }
  await saveSummaries(client, day, summaries);
}

function headsByMetric(heads: readonly ChunkHead[]): (metricId: number, isNumber: boolean) => ChunkHead[] {
  const byKey = new Map<string, ChunkHead[]>();
  for (const head of heads) {
    const key = `${head.metricId} ${head.isNumber}`;
    const list = byKey.get(key);
    if (list) list.push(head);
    else byKey.set(key, [head]);
  }
  return (metricId, isNumber) => byKey.get(`${metricId} ${isNumber}`) ?? [];
}

function summaryOf(day: number, pieces: readonly Numbers[]): Buffer {
  const summary = new DaySummary(day * DAY_US);
  for (const piece of pieces) summary.add(piece);
  return encodeHours(summary.finish());
}

function fillHours(day: number, known: Buffer, fresh: Numbers): Buffer {
  const summary = new DaySummary(day * DAY_US);
  summary.add(fresh);
  return encodeHours(replaceHours(summary.finish(), decodeHours(known)));
}

function hoursOf(day: number, { timesUs }: Numbers): Hours {
  const hour = (us: number) => Math.floor((us - day * DAY_US) / HOUR_US);
  return { from: hour(timesUs[0] as number), to: hour(timesUs[timesUs.length - 1] as number) };
}

/** Some hours of a day, of which not all readings are in memory. */
async function sumUpAgain(
  { client, giveWay }: SealContext,
  day: number,
  metricId: number,
  hours: Hours,
  known: Buffer | undefined,
): Promise<Buffer> {
  const heads = (await readHeads(client, day, [metricId])).filter(({ isNumber }) => isNumber);
  const summed = await sumUpHours(day, heads, hours, async (head) => {
    await giveWay();
    return readData(client, day, head);
  });
  return encodeHours(replaceHours(known ? decodeHours(known) : [], summed));
}
