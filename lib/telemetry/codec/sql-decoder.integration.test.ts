import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pool } from '@/lib/database';
import { useTestDatabase } from '@/lib/test-database';
import { encodeHours, type HourSummary } from './hours';
import { encodeNumbers } from './numbers';
import { encodeOthers } from './others';
import { decimal, finite, others, times, values } from './test-readings';

useTestDatabase();

const DAY_US = Date.UTC(2026, 10, 24) * 1000;
const every = (stepUs: number, count: number) =>
  Float64Array.from({ length: count }, (_, i) => DAY_US + i * stepUs);

/** Bytes of the doubles: -0 is not 0, and the way to JavaScript rounds nothing. */
const bytesOf = (numbers: readonly number[]): string => {
  const buffer = Buffer.alloc(numbers.length * 8);
  for (const [i, number] of numbers.entries()) buffer.writeDoubleBE(number, i * 8);
  return buffer.toString('hex');
};

describe('what SQL reads of a chunk is what was packed [C1]', () => {
  async function expectNumbers(timesUs: Float64Array, numbers: Float64Array): Promise<void> {
    const { rows } = await pool().query<{ us: string[] | null; bytes: Buffer | null }>(
      `select array_agg((extract(epoch from r.time) * 1000000)::bigint order by r.n) as us,
              string_agg(float8send(r.value), ''::bytea order by r.n) as bytes
         from rows from (chunk_readings($1)) with ordinality as r(time, value, n)`,
      [encodeNumbers({ timesUs, values: numbers })],
    );
    expect((rows[0]?.us ?? []).map(Number)).toEqual([...timesUs]);
    expect((rows[0]?.bytes ?? Buffer.alloc(0)).toString('hex')).toBe(bytesOf([...numbers]));
  }

  it('numbers', async () => {
    await fc.assert(
      fc.asyncProperty(values, (list) => expectNumbers(every(60e6, list.length), Float64Array.from(list))),
      { numRuns: 150 },
    );
    await expectNumbers(new Float64Array(), new Float64Array());
  });

  it('also of one that is stored out of line, without fetching it for each byte', async () => {
    const timesUs = every(1e6, 20_000);
    const data = encodeNumbers({ timesUs, values: Float64Array.from(timesUs, () => Math.random()) });
    await pool().query(
      `insert into chunk (metric_id, day, is_number, count, first, last, data)
       values (1, '2026-11-24', true, 20000, now(), now(), $1)`,
      [data],
    );
    const { rows } = await pool().query(
      'select count(*)::int from chunk, chunk_readings(data) where metric_id = 1',
    );
    expect(rows).toEqual([{ count: 20_000 }]);
  });

  it('times', async () => {
    await fc.assert(
      fc.asyncProperty(times, (list) => expectNumbers(list, new Float64Array(list.length))),
      { numRuns: 80 },
    );
  });

  it('texts, booleans and structures', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(others, { maxLength: 100 }), async (list) => {
        const { rows } = await pool().query<{ value: unknown }>(
          'select value from chunk_others($1) order by time',
          [encodeOthers({ timesUs: every(1e6, list.length), values: list })],
        );
        expect(rows.map(({ value }) => value)).toEqual(list);
      }),
      { numRuns: 60 },
    );
  });

  it('summaries', async () => {
    const value = fc.oneof(finite, decimal(2));
    const summary = fc.record<Omit<HourSummary, 'hour'>>({
      count: fc.integer({ min: 1, max: 4e9 }),
      min: value,
      max: value,
      sum: value,
      first: value,
      last: value,
      firstUs: fc.integer({ min: 0, max: 3_600e6 - 1 }),
      lastUs: fc.integer({ min: 0, max: 3_600e6 - 1 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(summary, { maxLength: 24 }), async (list) => {
        const hours = list.map((rest, hour) => ({ hour, ...rest }));
        for (const hour of hours) {
          hour.firstUs += hour.hour * 3_600e6;
          hour.lastUs += hour.hour * 3_600e6;
        }
        const { rows } = await pool().query(
          `select hour, count::float8, min, max, sum, first, last,
                  (extract(epoch from first_at) * 1000000)::float8 as "firstUs",
                  (extract(epoch from last_at) * 1000000)::float8 as "lastUs" from summary_hours($1)`,
          [encodeHours(hours)],
        );
        const plain = (list: HourSummary[]) => list.map((hour) => ({ ...hour, sum: hour.sum + 0 }));
        expect(plain(rows)).toEqual(plain(hours));
      }),
      { numRuns: 60 },
    );
  });

  it('refuses what is no chunk', async () => {
    const chunk = encodeNumbers({ timesUs: every(1, 3), values: Float64Array.of(1, 2, 3) });
    await expect(pool().query('select chunk_others($1)', [chunk])).rejects.toThrow(/format is 17/);
    await expect(pool().query('select chunk_readings($1)', [chunk.subarray(0, -1)])).rejects.toThrow(/range/);
  });
});
