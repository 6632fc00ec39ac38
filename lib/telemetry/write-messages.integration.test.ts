import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { pool } from '@/lib/database';
import { makeSender, storedLatest, storedMessages, type TestSender } from '@/lib/ingest/test-sender';
import type { ReadingValue } from '@/lib/live/protocol';
import { useTestDatabase } from '@/lib/test-database';
import { datasourceMemory, forgetDatasource, knownMemory } from './datasource-memory';
import { flushNow } from './flusher';
import { SHAPE_METRICS_MAX, SHAPES_MAX } from './shape-table';
import { writeMessages } from './write-messages';

useTestDatabase();

afterEach(() => flushNow());

const NOW = Date.now();

function write(
  { datasourceId: id, number, caller }: TestSender,
  messages: { at?: number; values: Record<string, ReadingValue> }[],
  { arrivedMs = Date.now(), metricsMax = 2_000 } = {},
): Promise<void> {
  return writeMessages(
    { id, number, workspaceId: caller.workspaceId },
    messages.map(({ at, values }) => ({
      timeUs: at === undefined ? undefined : at * 1000,
      keys: Object.keys(values),
      values: Object.values(values),
    })),
    { arrivedMs, metricsMax },
  );
}

const kinds = async (sender: TestSender) => {
  await flushNow();
  const { rows } = await pool().query(
    'select key, kind, mismatches::int, last_mismatch from metric where datasource_id = $1 order by key',
    [sender.datasourceId],
  );
  return rows.map(({ key, kind, mismatches, last_mismatch }) => [key, kind, mismatches, last_mismatch]);
};

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

describe('latest values', () => {
  it('are those of the newest event time, whatever arrives last [L1]', async () => {
    const sender = await makeSender();
    await write(sender, [{ at: NOW, values: { a: 2, b: 2 } }]);
    await write(sender, [{ at: NOW - 5_000, values: { a: 1, c: 1 } }]);
    expect(await storedLatest(sender)).toEqual({ a: 2, b: 2, c: 1 });
  });

  it('survive a process that ends without a word [L2, L3]', async () => {
    const sender = await makeSender();
    await write(sender, [
      { at: NOW - 10_000, values: { a: 1, state: 'on', chart: { labels: ['x'], values: [1] } } },
    ]);
    await flushNow();
    await write(sender, [{ at: NOW - 9_000, values: { a: 2 } }]);
    await write(sender, [{ at: NOW - 9_500, values: { state: 'off', fresh: 7 } }]);
    await write(sender, [{ at: NOW - 3_600_000, values: { late: 3 } }]);
    // As after a kill: memory is gone, nothing more was flushed.
    forgetDatasource(sender.datasourceId);
    const memory = await datasourceMemory(sender.datasourceId);
    const latest = Object.fromEntries(
      [...(memory?.metrics ?? [])].map(([key, metric]) => [key, metric.latestValue]),
    );
    expect(latest).toEqual({ a: 2, state: 'off', chart: { labels: ['x'], values: [1] }, fresh: 7, late: 3 });
    expect(await storedLatest(sender)).toEqual(latest);
  });

  it('of random messages are the same in memory, in the database, and found again from the messages', async () => {
    const value = fc.oneof(fc.integer(), fc.boolean(), fc.stringMatching(/^\w{1,5}$/));
    const message = fc.record({
      at: fc.integer({ min: NOW - 300_000, max: NOW }),
      values: fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), value, { minKeys: 1 }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.tuple(
            fc.uniqueArray(message, { selector: ({ at }) => at, minLength: 1, maxLength: 5 }),
            fc.boolean(),
          ),
          { minLength: 1, maxLength: 6 },
        ),
        async (requests) => {
          const sender = await makeSender();
          const expected = new Map<string, { at: number; value: ReadingValue }>();
          for (const [messages, flushes] of requests) {
            await write(sender, messages);
            for (const { at, values } of messages) {
              for (const [key, one] of Object.entries(values)) {
                if (at >= (expected.get(key)?.at ?? 0)) expected.set(key, { at, value: one });
              }
            }
            if (flushes) await flushNow();
          }
          forgetDatasource(sender.datasourceId);
          const memory = await datasourceMemory(sender.datasourceId);
          for (const [key, { at }] of expected) {
            expect([key, (memory?.metrics.get(key)?.latestUs ?? 0) / 1000]).toEqual([key, at]);
          }
        },
      ),
      { numRuns: 20 },
    );
  });
});

describe('kinds', () => {
  it('are what a metric mostly is; other values are kept as they came and counted [L4]', async () => {
    const sender = await makeSender();
    await write(sender, [{ at: NOW, values: { t: 1, s: 'N/A' } }]);
    for (let i = 1; i < 5; i++) await write(sender, [{ at: NOW + i, values: { t: i, s: i } }]);
    await write(sender, [{ at: NOW + 9, values: { t: 'N/A' } }]);
    expect(await kinds(sender)).toEqual([
      ['s', 'number', 1, '1'],
      ['t', 'number', 1, 'N/A'],
    ]);
    expect(await storedLatest(sender)).toEqual({ s: 4, t: 'N/A' });
  });
});

describe('counts', () => {
  it('are written by minute of arrival', async () => {
    const sender = await makeSender();
    const minute = Math.floor(NOW / 60_000) * 60_000;
    await write(sender, [{ values: { a: 1, b: 2 } }, { values: { a: 1 } }], { arrivedMs: minute + 1 });
    await write(sender, [{ values: { a: 1 } }], { arrivedMs: minute + 59_999 });
    await write(sender, [{ values: { a: 1 } }], { arrivedMs: minute + 60_000 });
    await flushNow();
    await write(sender, [{ values: { a: 1 } }], { arrivedMs: minute + 60_001 });
    await flushNow();
    const { rows } = await pool().query(
      'select minute, messages, readings from ingest_minute where datasource_id = $1 order by minute',
      [sender.datasourceId],
    );
    expect(rows).toEqual([
      { minute: new Date(minute), messages: 3, readings: 4 },
      { minute: new Date(minute + 60_000), messages: 2, readings: 2 },
    ]);
    expect(knownMemory(sender.datasourceId)?.lastMessageAt).toBe(minute + 60_001);
  });
});
