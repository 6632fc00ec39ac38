import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { env } from '@/lib/env';
import { useTestDatabase } from '@/lib/test-database';
import { CopyBytes } from './copy-bytes';
import { copyMessages } from './copy-messages';

useTestDatabase();

let client: pg.Client;
const copy = new CopyBytes();

beforeAll(async () => {
  client = new pg.Client({ connectionString: env().DATABASE_URL });
  await client.connect();
});
afterAll(() => client.end());
beforeEach(() => client.query('delete from message'));

type Row = { shape: number; timeUs: number; numbers: number[]; others: Record<string, string> | null };

function encode(rows: readonly Row[]): Buffer {
  copy.begin();
  for (const { shape, timeUs, numbers, others } of rows)
    copy.row(7, shape, timeUs, numbers, others && JSON.stringify(others));
  return copy.end();
}

async function stored(): Promise<Row[]> {
  const { rows } = await client.query<Row>(
    `select shape, (extract(epoch from time) * 1e6)::float8 as "timeUs", numbers, others
       from message order by time, shape`,
  );
  return rows;
}

describe('rows that are copied', () => {
  it('are stored as they were, to the last bit and microsecond', async () => {
    const text = fc.string({ unit: 'grapheme' }).filter((each) => !/\0|\p{Surrogate}/u.test(each));
    const row = fc.record({
      shape: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
      // 1970 to 2100: before the year 2000 PostgreSQL counts backwards.
      timeUs: fc.integer({ min: 0, max: Date.UTC(2100, 0) * 1000 }),
      numbers: fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { maxLength: 64 }),
      others: fc.option(fc.dictionary(fc.integer({ min: 1 }).map(String), text, { minKeys: 1 })),
    });
    const key = ({ timeUs, shape }: Row) => `${timeUs} ${shape}`;
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(row, { selector: key, maxLength: 40 }), async (rows) => {
        await client.query('delete from message');
        await copyMessages(client, encode(rows));
        const expected = rows.toSorted((a, b) => a.timeUs - b.timeUs || a.shape - b.shape);
        expect(await stored()).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });

  it('are stored all or none, and the connection is as good as before', async () => {
    const row = (timeUs: number): Row => ({ shape: 1, timeUs, numbers: [1, 2, 3], others: null });
    await copyMessages(client, encode([row(5)]));
    const many = Array.from({ length: 20_000 }, (_, i) => row(i + 1_000));
    const refused = copyMessages(client, encode([...many, row(5)]));
    await expect(refused).rejects.toMatchObject({ code: '23505' });
    expect(await stored()).toHaveLength(1);
    await copyMessages(client, encode(many));
    expect(await stored()).toHaveLength(20_001);
  });
});
