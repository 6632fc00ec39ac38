import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { pool } from '@/lib/database';
import { deleteDatasource } from '@/lib/datasource/delete-datasource';
import { makeSender, storedLatest, type TestSender } from '@/lib/ingest/test-sender';
import { useTestDatabase } from '@/lib/test-database';
import { decodeHours } from '../codec/hours';
import { datasourceMemory, forgetDatasource } from '../datasource-memory';
import { flushNow } from '../flusher';
import { type TestMessage, write } from '../test-write';
import { moveDay } from './move-day';
import { sealDays, sealLateMessages } from './run-sealing';
import { sealDatasource } from './seal-day';
import { freshDay, readAll, rowsLeft, sealRun } from './test-history';

useTestDatabase();
afterEach(() => flushNow());

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const value = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
  fc.integer({ min: -1000, max: 1000 }).map((whole) => whole / 100),
  fc.constantFrom('on', 'off', true, 'N/A'),
  fc.constant({ labels: ['a', 'b'], values: [1, 2] }),
);
const message = fc.record({
  // Few places, so that some repeat; several days, so that some come late.
  at: fc.tuple(fc.nat(2), fc.nat(40)).map(([day, place]) => day * DAY_MS + place * 2_160_000),
  values: fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), value, { minKeys: 1 }),
});
const messages = fc.array(message, { minLength: 1, maxLength: 30 });

/** The newest message of each time and metric, whatever their order: only shapes that differ could tell otherwise. */
const oneShapeEach = (list: readonly TestMessage[]): TestMessage[] => [
  ...new Map(list.map((one) => [one.at, one])).values(),
];

describe('sealing', () => {
  it('changes nothing that is read: early, late, repeated, in any order [Z1, Z2]', async () => {
    await fc.assert(
      fc.asyncProperty(messages, messages, messages, async (early, late, later) => {
        const sender = await makeSender();
        const start = freshDay(3);
        const shift = (list: TestMessage[]) =>
          oneShapeEach(list).map((one) => ({ ...one, at: start + one.at }));
        await write(sender, shift(early));
        const before = await readAll(sender);
        await sealDays(sealRun(start + 5 * DAY_MS));
        expect(await readAll(sender)).toEqual(before);
        expect(await rowsLeft(sender)).toBe(0);
        for (const batch of [late, later]) {
          await write(sender, shift(batch));
          const withLate = await readAll(sender);
          // Days that nobody sent on before have a partition even now.
          await sealDays(sealRun(start + 5 * DAY_MS));
          await sealLateMessages(sealRun(start + 5 * DAY_MS));
          expect(await readAll(sender)).toEqual(withLate);
          expect(await rowsLeft(sender)).toBe(0);
        }
        await expectSummaries(sender);
      }),
      { numRuns: 10 },
    );
  }, 60_000);

  it('leaves what is not over for long enough [Z1]', async () => {
    const sender = await makeSender();
    const day = freshDay();
    await write(sender, [{ at: day, values: { a: 1 } }]);
    await sealDays(sealRun(day + 2 * DAY_MS - 1));
    expect(await rowsLeft(sender)).toBe(1);
    await sealDays(sealRun(day + 2 * DAY_MS));
    expect(await rowsLeft(sender)).toBe(0);
  });

  it('packs a year of history that never had partitions [Z4]', async () => {
    const sender = await makeSender();
    const start = Date.UTC(2020, 0, 1);
    const history = Array.from({ length: 3_000 }, (_, i) => ({
      at: start + i * 3 * HOUR_MS,
      values: { a: i / 10, s: 'x' },
    }));
    await write(sender, history);
    const before = await readAll(sender);
    await sealLateMessages(sealRun(Date.now()));
    expect(await readAll(sender)).toEqual(before);
    expect(await rowsLeft(sender)).toBe(0);
    const { rows } = await pool().query(
      `select count(*)::int as count from pg_inherits where inhparent = 'message'::regclass`,
    );
    expect(rows[0].count).toBeLessThan(100);
  });

  it('forgets messages without a reading, and those of datasources that are gone [Z6]', async () => {
    const [sender, gone] = [await makeSender(), await makeSender()];
    const day = freshDay();
    await write(sender, [{ at: day, values: {} }]);
    await write(gone, [{ at: day, values: { a: 1 } }]);
    await sealDays(sealRun(day + 3 * DAY_MS));
    await write(gone, [{ at: day + 1, values: { a: 1 } }]);
    const { rows: metrics } = await pool().query('select id from metric where datasource_id = $1', [
      gone.datasourceId,
    ]);
    await deleteDatasource(gone.caller, gone.datasourceId);
    const count = async (table: string) => {
      const { rows } = await pool().query(
        `select count(*)::int as count from ${table} where metric_id = $1`,
        [metrics[0].id],
      );
      return rows[0].count;
    };
    expect([await count('chunk'), await count('hour_summary'), await rowsLeft(gone)]).toEqual([0, 0, 0]);
    expect((await readAll(sender)).size).toBe(0);
  });

  it('leaves latest values to be found that were never written [L2]', async () => {
    const sender = await makeSender();
    const day = freshDay();
    await write(sender, [{ at: day, values: { a: 1, s: 'old' } }]);
    await write(sender, [
      { at: day + 1000, values: { a: 2 } },
      { at: day + 2000, values: { s: 'new' } },
    ]);
    await flushNow();
    await sealDays(sealRun(day + 3 * DAY_MS));
    // As after a `kill -9` before anything was written, of a process that came back days later.
    forgetDatasource(sender.datasourceId);
    await pool().query(
      'delete from metric_latest where metric_id in (select id from metric where datasource_id = $1)',
      [sender.datasourceId],
    );
    await pool().query('update datasource set last_message_at = null where id = $1', [sender.datasourceId]);
    const memory = await datasourceMemory(sender.datasourceId);
    const latest = [...(memory?.metrics.values() ?? [])].map(({ info, latestUs, latestValue }) => [
      info.key,
      latestUs / 1000 - day,
      latestValue,
    ]);
    expect(latest.sort()).toEqual([
      ['a', 1000, 2],
      ['s', 2000, 'new'],
    ]);
    expect(memory?.lastMessageAt).toBeLessThanOrEqual(Date.now());
    expect(await storedLatest(sender)).toEqual({ a: 2, s: 'new' });
  });

  it('cuts a day of very many readings, and reads it the same; late ones find their part [C4, Z4]', async () => {
    const sender = await makeSender();
    const day = freshDay();
    await write(sender, [{ at: day, values: { a: 0 } }]);
    await pool().query(
      `insert into message select $1, shape, time + i * interval '1100 milliseconds', array[i / 100.0]
         from (select shape, time from message where datasource = $1 limit 1) m, generate_series(1, 70000) i`,
      [sender.number],
    );
    const before = await readAll(sender);
    const run = sealRun(day + 3 * DAY_MS);
    expect(await moveDay(day / DAY_MS)).toBe(true);
    // In less memory than the day takes: packed in pieces, of which later ones follow on earlier ones.
    await sealDatasource(day / DAY_MS, sender.number, { ...run, heldBytes: 400_000 });
    await sealDays(run);
    expect(await readAll(sender)).toEqual(before);
    expect(await rowsLeft(sender)).toBe(0);
    await expectSummaries(sender);
    const parts = await pool().query(
      'select first, last from chunk where metric_id = (select id from metric where datasource_id = $1) order by first',
      [sender.datasourceId],
    );
    expect(parts.rows.length).toBeGreaterThan(2);
    for (const [i, part] of parts.rows.entries())
      if (i > 0) expect(part.first > parts.rows[i - 1].last).toBe(true);
    await write(sender, [
      { at: day + 11_000.5, values: { a: -1 } },
      { at: day + 11_000, values: { a: -2 } },
      { at: day + 23 * HOUR_MS, values: { a: -3 } },
    ]);
    const withLate = await readAll(sender);
    await sealLateMessages(run);
    expect(await readAll(sender)).toEqual(withLate);
    await expectSummaries(sender);
  }, 60_000);
});

/** Summaries say what the readings say. */
async function expectSummaries(sender: TestSender): Promise<void> {
  const all = await readAll(sender);
  const { rows } = await pool().query<{ id: number; start_ms: string; data: Buffer }>(
    `select m.id, (h.day - date '1970-01-01') * 86400000::bigint as start_ms, h.data
       from metric m join hour_summary h on h.metric_id = m.id where m.datasource_id = $1`,
    [sender.datasourceId],
  );
  const found = new Map<string, number>();
  for (const { id, start_ms, data } of rows) {
    const startUs = Number(start_ms) * 1000;
    for (const hour of decodeHours(data)) {
      const from = startUs + hour.hour * HOUR_MS * 1000;
      const readings = [...(all.get(`${id} number`) ?? [])].filter(
        ([us]) => us >= from && us < from + HOUR_MS * 1000,
      );
      const numbers = readings.map(([, number]) => number as number);
      found.set(`${id} number`, (found.get(`${id} number`) ?? 0) + numbers.length);
      const { hour: _, sum, ...rest } = hour;
      expect(rest).toEqual({
        count: numbers.length,
        min: numbers.reduce((a, b) => Math.min(a, b)),
        max: numbers.reduce((a, b) => Math.max(a, b)),
        first: numbers[0],
        last: numbers.at(-1),
        firstUs: (readings[0]?.[0] ?? 0) - startUs,
        lastUs: (readings.at(-1)?.[0] ?? 0) - startUs,
      });
      const scale = numbers.reduce((a, b) => a + Math.abs(b), 0);
      const plain = numbers.reduce((a, b) => a + b, 0);
      if (Number.isFinite(scale)) expect(Math.abs(sum - plain)).toBeLessThanOrEqual(scale * 1e-12);
      else expect(Number.isFinite(sum)).toBe(true);
    }
  }
  for (const [key, series] of all) if (key.endsWith('number')) expect(found.get(key)).toBe(series.size);
}
