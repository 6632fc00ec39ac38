import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { pool } from '@/lib/database';
import { makeSender, storedLatest, storedMessages, type TestSender } from '@/lib/ingest/test-sender';
import { useTestDatabase } from '@/lib/test-database';
import { flushNow } from './flusher';
import { SHAPE_METRICS_MAX, SHAPES_MAX } from './shape-table';
import { kinds, write } from './test-write';

useTestDatabase();

afterEach(() => flushNow());

const NOW = Date.now();

describe('messages', () => {
  it('are one row each: numbers by shape, the rest by metric [M1]', async () => {
    const sender = await makeSender();
    await write(sender, [
      { at: NOW, values: { b: 2, a: 1, state: 'on', ok: true, chart: { labels: ['x'], values: [1] } } },
      { at: NOW + 1, values: { a: 3, b: 4 } },
      { at: NOW + 2, values: { state: 'off' } },
    ]);
    const stored = await storedMessages(sender);
    expect(stored.map(({ time, numbers }) => [time.getTime() - NOW, numbers])).toEqual([
      [0, [2, 1]],
      // The same metrics are the same shape, in whatever order they came.
      [1, [4, 3]],
      [2, []],
    ]);
    expect(Object.values(stored[0]?.others ?? {})).toEqual(['on', true, { labels: ['x'], values: [1] }]);
    const { rowCount } = await pool().query('select from shape where datasource_id = $1', [
      sender.datasourceId,
    ]);
    expect(rowCount).toBe(2);
  });

  it('wider than a shape are several rows of one time, and read as one [M1]', async () => {
    const sender = await makeSender();
    const values = Object.fromEntries(
      Array.from({ length: 2 * SHAPE_METRICS_MAX + 1 }, (_, i) => [`m${i}`, i]),
    );
    await write(sender, [{ at: NOW, values: { ...values, state: 'on' } }]);
    const stored = await storedMessages(sender);
    expect(stored.map(({ numbers }) => numbers.length)).toEqual([64, 64, 1]);
    expect(stored.filter(({ others }) => others !== null)).toHaveLength(1);
    expect(await storedLatest(sender)).toEqual({ ...values, state: 'on' });
  });

  it('sent again replace themselves, in one request or in many [M2]', async () => {
    const sender = await makeSender();
    const messages = [
      { at: NOW, values: { a: 1 } },
      { at: NOW + 1, values: { a: 2 } },
      { at: NOW, values: { a: 3 } },
    ];
    await Promise.all([write(sender, messages), write(sender, messages), write(sender, messages)]);
    expect((await storedMessages(sender)).map(({ numbers }) => numbers)).toEqual([[3], [2]]);
  });

  it('of one time that hold different texts keep them all, in one request or in many [M2]', async () => {
    const sender = await makeSender();
    await write(sender, [
      { at: NOW, values: { door: 'open' } },
      { at: NOW, values: { light: 'on' } },
    ]);
    await write(sender, [{ at: NOW, values: { light: 'off', lock: 'none' } }]);
    const [stored, ...more] = await storedMessages(sender);
    expect(more).toEqual([]);
    expect(Object.values(stored?.others ?? {}).sort()).toEqual(['none', 'off', 'open']);
  });

  it('sent again at random leave what sending once leaves', async () => {
    const message = fc.record({
      at: fc.integer({ min: NOW, max: NOW + 5 }),
      values: fc.constantFrom({ a: 1 }, { b: 2 }, { a: 3, b: 4 }, { s: 'x' }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(message, { minLength: 1, maxLength: 8 }), async (messages) => {
        const [once, twice] = [await makeSender(), await makeSender()];
        await write(once, messages);
        await write(twice, messages);
        await write(twice, messages);
        const rows = async (sender: TestSender) =>
          (await storedMessages(sender)).map(({ time, numbers }) => [time, numbers]);
        expect(await rows(twice)).toEqual(await rows(once));
        expect(await storedLatest(twice)).toEqual(await storedLatest(once));
      }),
      { numRuns: 15 },
    );
  });

  it('without a time of their own never replace each other, however many come at once [M3]', async () => {
    const sender = await makeSender();
    await write(sender, [{ values: { a: -1 } }]);
    const arrivedMs = Date.now();
    const requests = Array.from({ length: 300 }, (_, i) =>
      write(sender, [{ values: { a: i } }, { values: { a: 1000 + i } }], { arrivedMs }),
    );
    await Promise.all(requests);
    const stored = await storedMessages(sender);
    expect(stored).toHaveLength(601);
    expect(new Set(stored.map(({ numbers }) => numbers[0])).size).toBe(601);
  });

  it('of another process that writes in the same instant keep apart by its slot [M3]', async () => {
    const sender = await makeSender();
    await write(sender, [{ values: { a: 1 } }]);
    const { rows } = await pool().query<{ slots: number }>(
      "select count(distinct objid)::int as slots from pg_locks where locktype = 'advisory' and classid = 727370 and database = (select oid from pg_database where datname = current_database())",
    );
    expect(rows[0]?.slots).toBeGreaterThan(0);
    const { rows: times } = await pool().query<{ rest: number }>(
      'select ((extract(epoch from time) * 1e6)::bigint % 32)::int as rest from message where datasource = $1',
      [sender.number],
    );
    const { rows: held } = await pool().query<{ slot: number }>(
      "select objid::int as slot from pg_locks where locktype = 'advisory' and classid = 727370",
    );
    expect(held.map(({ slot }) => slot)).toContain(times[0]?.rest);
  });

  it('of ever new combinations make a bounded number of shapes [M4]', async () => {
    const sender = await makeSender();
    const combinations = Array.from({ length: 400 }, (_, i) => {
      const bits = (i + 1).toString(2).padStart(9, '0');
      return {
        at: NOW + i,
        values: Object.fromEntries([...bits].flatMap((bit, k) => (bit === '1' ? [[`m${k}`, i]] : []))),
      };
    });
    for (let i = 0; i < 400; i += 50) await write(sender, combinations.slice(i, i + 50));
    const { rows } = await pool().query<{ width: number }>(
      'select cardinality(metric_ids) as width from shape where datasource_id = $1',
      [sender.datasourceId],
    );
    expect(rows.filter(({ width }) => width > 1).length).toBeLessThanOrEqual(SHAPES_MAX);
    const readings = combinations.reduce((sum, { values }) => sum + Object.keys(values).length, 0);
    expect((await storedMessages(sender)).reduce((sum, { numbers }) => sum + numbers.length, 0)).toBe(
      readings,
    );
  });

  it('with too many new keys are refused, and make none of them [M5]', async () => {
    const sender = await makeSender();
    await write(sender, [{ values: { a: 1, b: 2 } }], { metricsMax: 3 });
    const refused = write(sender, [{ values: { c: 1 } }, { values: { d: 1 } }], { metricsMax: 3 });
    await expect(refused).rejects.toMatchObject({
      code: 'invalid_reading',
      message: expect.stringContaining('would have 4'),
    });
    await write(sender, [{ values: { e: 1 } }], { metricsMax: 3 });
    expect((await kinds(sender)).map(([key]) => key)).toEqual(['a', 'b', 'e']);
  });

  it('of today lie in a partition of their day, old ones in the default partition [M6]', async () => {
    const sender = await makeSender();
    await write(sender, [
      { at: NOW, values: { a: 1 } },
      { at: Date.UTC(2020, 1, 1), values: { a: 0 } },
    ]);
    const { rows } = await pool().query<{ name: string }>(
      'select tableoid::regclass::text as name from message where datasource = $1 order by time',
      [sender.number],
    );
    expect(rows.map(({ name }) => name)).toEqual([
      'message_default',
      `message_${new Date(NOW).toISOString().slice(0, 10).replaceAll('-', '')}`,
    ]);
  });

  it('that PostgreSQL refuses do not refuse those they share a group with [G2]', async () => {
    const [bad, ...good] = [await makeSender(), await makeSender(), await makeSender()];
    await Promise.all([bad, ...good].map((sender) => write(sender, [{ values: { a: 1, s: 'x' } }])));
    const results = await Promise.allSettled([
      write(good[0] as TestSender, [{ values: { a: 2 } }]),
      write(bad, [{ values: { s: 'NUL \0' } }]), // the flattener would have refused it
      write(good[1] as TestSender, [{ values: { a: 2 } }]),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    for (const sender of good) expect(await storedMessages(sender)).toHaveLength(2);
    expect(await storedMessages(bad)).toHaveLength(1);
  });
});
