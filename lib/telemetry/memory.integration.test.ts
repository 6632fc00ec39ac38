import fc from 'fast-check';
import type pg from 'pg';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { pool } from '@/lib/database';
import { makeSender, storedLatest } from '@/lib/ingest/test-sender';
import type { ReadingValue } from '@/lib/live/protocol';
import { useTestDatabase } from '@/lib/test-database';
import { datasourceMemory, forgetDatasource, knownMemory } from './datasource-memory';
import { flushNow } from './flusher';
import { kinds, write } from './test-write';

useTestDatabase();

afterEach(() => flushNow());

const NOW = Date.now();

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

  it('are found again without reading all that was stored', async () => {
    const sender = await makeSender();
    await write(
      sender,
      Array.from({ length: 2_000 }, (_, i) => ({
        at: NOW - i,
        values: i % 2 ? { a: i } : { b: i, s: `${i}` },
      })),
    );
    forgetDatasource(sender.datasourceId);
    const query = vi.spyOn(pool(), 'query');
    const memory = await datasourceMemory(sender.datasourceId);
    const answers = (await Promise.all(query.mock.results.map(({ value }) => value))) as pg.QueryResult[];
    query.mockRestore();
    expect(
      [...(memory?.metrics.values() ?? [])].map(({ latestUs, latestValue }) => [latestUs, latestValue]),
    ).toEqual(
      expect.arrayContaining([
        [(NOW - 1) * 1000, 1],
        [NOW * 1000, 0],
        [NOW * 1000, '0'],
      ]),
    );
    expect(memory?.lastArrivalUs).toBe(NOW * 1000);
    expect(Math.max(...answers.map(({ rows }) => rows.length))).toBeLessThan(10);
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
