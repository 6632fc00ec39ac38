import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pool } from '@/lib/database';
import { makeSender, type TestSender } from '@/lib/ingest/test-sender';
import { type LiveChange, liveBus } from '@/lib/live/bus';
import type { ReadingValue } from '@/lib/live/protocol';
import { useTestDatabase } from '@/lib/test-database';
import { datasourceMemory } from '../../datasource-memory';
import { flushNow } from '../../flusher';
import { findSource } from '../metric-source';
import { sealForTest } from '../seal-for-test';
import { readOneSeries } from '../series';
import { stateAt } from '../state-at';
import { walkReadings } from '../walk-numbers';
import { walkOthers } from '../walk-others';
import { writeForTest } from '../write-for-test';
import { deleteReadings, previewDeletion } from './delete-readings';

useTestDatabase();

const DAY_MS = 86_400_000;
const START = Date.UTC(2025, 5, 10);
const KEYS = ['a', 'b', 'c', 's'] as const;
type Values = Partial<Record<(typeof KEYS)[number], ReadingValue>>;

const number = fc.integer({ min: -99, max: 99 });
const values = fc.record(
  { a: number, b: number, c: number, s: fc.constantFrom<ReadingValue>('on', 'off', { values: [1] }) },
  { requiredKeys: [] },
);
const at = fc.integer({ min: 0, max: 3 * DAY_MS - 1 }).map((ms) => START + ms);
/** One message a time: what two of one time come to is the writer's matter. */
const messages = fc
  .uniqueArray(fc.tuple(at, values), { minLength: 1, maxLength: 40, selector: ([time]) => time })
  .map((list) => list.filter(([, given]) => Object.keys(given).length > 0));

async function history(sender: TestSender, key: string) {
  const datasource = { id: sender.datasourceId, number: sender.number };
  const source = await findSource(datasource, [key]).catch(() => undefined);
  const found: [number, ReadingValue][] = [];
  const span = { fromUs: START * 1000, toUs: (START + 3 * DAY_MS) * 1000 };
  if (!source) return found;
  for await (const { numbers } of walkReadings(source, span)) {
    numbers?.timesUs.forEach((us, i) => {
      found.push([us / 1000, numbers.values[i] as number]);
    });
  }
  for await (const { others } of walkOthers(source, span)) {
    others.timesUs.forEach((us, i) => {
      found.push([us / 1000, others.values[i] as ReadingValue]);
    });
  }
  return found.sort(([x], [y]) => x - y);
}

describe('deleting a range', () => {
  it('takes these readings and no others, from messages, chunks and summaries [D1]', async () => {
    const span = fc.tuple(at, at).map(([x, y]) => ({ from: Math.min(x, y), to: Math.max(x, y) + 1 }));
    const which = fc.option(fc.subarray([...KEYS], { minLength: 1 }), { nil: undefined });
    await fc.assert(
      fc.asyncProperty(
        messages,
        messages,
        span,
        which,
        fc.subarray([0, 1, 2]),
        async (early, late, { from, to }, keys, sealed) => {
          const sender = await makeSender();
          await writeForTest(sender, [[START - DAY_MS, { a: 0, b: 0, c: 0, s: 'first' }], ...early]);
          await flushNow();
          for (const day of sealed) await sealForTest(sender, START / DAY_MS + day);
          const taken = new Set(early.map(([time]) => time));
          const fresh = late.filter(([time]) => !taken.has(time));
          await writeForTest(sender, fresh);
          const query = { from, to, ...(keys ? { metrics: keys.join(',') } : {}) };
          const goes = (time: number, key: string) =>
            time >= from && time < to && (!keys || (keys as string[]).includes(key));
          const all = [...early, ...fresh].flatMap(([time, given]) =>
            Object.entries(given).map(([key, value]) => ({ time, key, value })),
          );
          const preview = await previewDeletion(sender.caller, sender.datasourceId, query);
          expect(preview.readings).toBe(all.filter(({ time, key }) => goes(time, key)).length);
          await deleteReadings(sender.caller, sender.datasourceId, query);
          for (const key of KEYS) {
            const left = all.filter((one) => one.key === key && !goes(one.time, key));
            left.sort((x, y) => x.time - y.time);
            expect(await history(sender, key)).toEqual(left.map(({ time, value }) => [time, value]));
            const source = await findSource({ id: sender.datasourceId, number: sender.number }, [key]);
            const [newest] = (await stateAt(source, (START + 9 * DAY_MS) * 1000)).values();
            const memory = await datasourceMemory(sender.datasourceId);
            expect(memory?.metrics.get(key)?.latestValue).toEqual(newest?.value);
            expect(memory?.metrics.get(key)?.latestUs).toBe(newest?.timeUs);
          }
          expect((await previewDeletion(sender.caller, sender.datasourceId, query)).readings).toBe(0);
        },
      ),
      { numRuns: 25 },
    );
  }, 90_000);

  it('keeps the summaries true: a long range is what is left, and nothing of a day that is gone', async () => {
    const sender = await makeSender();
    const minutes = Array.from({ length: 2 * 1_440 }, (_, i): [number, Values] => [
      START + i * 60_000,
      { a: i % 60 },
    ]);
    await writeForTest(sender, minutes);
    for (const day of [0, 1]) await sealForTest(sender, START / DAY_MS + day);
    const from = START + 90 * 60_000;
    await deleteReadings(sender.caller, sender.datasourceId, { from, to: START + DAY_MS + 30 * 60_000 });
    const { buckets } = await readOneSeries({
      datasource: { id: sender.datasourceId, number: sender.number },
      ...{ metric: 'a', from: START, to: START + 400 * DAY_MS, points: 1, bucketMs: 3_600_000 },
    });
    expect(buckets.slice(0, 3).map(([, min, max, , , count]) => [min, max, count])).toEqual([
      [0, 59, 60],
      [0, 29, 30],
      [30, 59, 30],
    ]);
    expect(buckets.reduce((sum, [, , , , , count]) => sum + count, 0)).toBe(90 + 23.5 * 60);
  });

  it('is written down, and told to who looks: the newest value is what is left', async () => {
    const sender = await makeSender();
    await writeForTest(sender, [
      [START, { a: 1, b: 1 }],
      [START + 1, { a: 2, b: 2 }],
    ]);
    const told: LiveChange[] = [];
    const stop = liveBus().subscribe(sender.datasourceId, (change) => told.push(change));
    const query = { from: START + 1, to: START + 2, metrics: 'a' };
    expect(await deleteReadings(sender.caller, sender.datasourceId, query)).toMatchObject({
      readings: 1,
      metrics: [{ key: 'a', readings: 1, hours: 0 }],
    });
    stop();
    const [a] = (await findSource({ id: sender.datasourceId, number: sender.number }, ['a'])).metrics;
    const id = a?.info.id ?? 0;
    expect(told.at(-1)).toEqual({
      datasourceId: sender.datasourceId,
      forgotten: [id],
      updates: [[id, START, 1]],
    });
    const { rows } = await pool().query(
      'select user_id, action, subject, detail from audit_entry where workspace_id = $1',
      [sender.caller.workspaceId],
    );
    expect(rows.filter((row) => row.action === 'readings.delete')).toEqual([
      {
        user_id: sender.caller.userId,
        action: 'readings.delete',
        subject: sender.datasourceId,
        detail: {
          from: new Date(START + 1).toISOString(),
          to: new Date(START + 2).toISOString(),
          metrics: ['a'],
          readings: 1,
        },
      },
    ]);
    const { rows: latest } = await pool().query<{ value: number }>(
      'select value from metric_latest where metric_id = $1',
      [id],
    );
    expect(latest).toEqual([{ value: 1 }]);
  });
});
