import { expect, it } from 'vitest';
import { pool } from './database';
import { useTestDatabase } from './test-database';

useTestDatabase();

const insert = (time: string) =>
  pool().query(
    `insert into message (datasource, shape, time, numbers) values (1, 1, $1, '{1}') returning tableoid::regclass::text as home`,
    [time],
  );
const ensure = async (day: string) =>
  (await pool().query<{ own: boolean }>('select ensure_message_partition($1::date) as own', [day])).rows[0]
    ?.own;

it('gives a day its own partition, from midnight to midnight UTC', async () => {
  expect(await ensure('2026-03-01')).toBe(true);
  expect(await ensure('2026-03-01')).toBe(true);
  expect((await insert('2026-03-01T00:00:00Z')).rows[0].home).toBe('message_20260301');
  expect((await insert('2026-03-01T23:59:59.999Z')).rows[0].home).toBe('message_20260301');
  expect((await insert('2026-03-02T00:00:00Z')).rows[0].home).toBe('message_default');
});

it('leaves a day in the default partition when messages of it lie there already, and fails nobody', async () => {
  await insert('2026-04-01T12:00:00Z');
  expect(await ensure('2026-04-01')).toBe(false);
  expect((await insert('2026-04-01T13:00:00Z')).rows[0].home).toBe('message_default');
});

it('may be called by many at once', async () => {
  const answers = await Promise.all(Array.from({ length: 8 }, () => ensure('2026-05-01')));
  expect(answers).toEqual(Array(8).fill(true));
});

it('waits for nobody who reads for long: the day goes without one, and others do not wait behind', async () => {
  const reader = await pool().connect();
  try {
    await reader.query('begin; select from message_default limit 1');
    const startedAt = performance.now();
    expect(await ensure('2026-06-01')).toBe(false);
    expect((await insert('2026-06-01T12:00:00Z')).rows[0].home).toBe('message_default');
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  } finally {
    await reader.query('rollback');
    reader.release();
  }
  expect(await ensure('2026-06-02')).toBe(true);
});
