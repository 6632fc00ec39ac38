import { expect, it } from 'vitest';
import { pool } from '@/lib/database';
import { makeSender, type TestSender } from '@/lib/ingest/test-sender';
import { useTestDatabase } from '@/lib/test-database';
import { countUsage } from './count-usage';
import { readStorage } from './read-storage';

useTestDatabase();

const MINUTE_MS = 60_000;
const now = Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS;

/** @param minutes readings that arrived, by how many minutes ago */
async function arrived(sender: TestSender, minutes: Record<number, number>): Promise<void> {
  const ages = Object.keys(minutes).map((age) => new Date(now - Number(age) * MINUTE_MS));
  await pool().query(
    `insert into ingest_minute (datasource_id, minute, messages, readings)
     select $1, minute, readings, readings from unnest($2::timestamptz[], $3::int[]) as m(minute, readings)`,
    [sender.datasourceId, ages, Object.values(minutes)],
  );
}

async function rateOf(sender: TestSender): Promise<number | undefined> {
  await countUsage(now);
  return (await readStorage(sender.caller)).datasources[0]?.readingsPerDay;
}

const steady = (minutes: number) =>
  Object.fromEntries(Array.from({ length: minutes }, (_, i) => [i + 1, 60]));

it('takes who began to send some hours ago to go on like that', async () => {
  const sender = await makeSender();
  await arrived(sender, steady(120));
  expect(await rateOf(sender)).toBe(60 * 60 * 24);
});

it('takes an imported history for no rate', async () => {
  const sender = await makeSender();
  await arrived(sender, { ...steady(120), 60: 250_000 });
  expect(await rateOf(sender)).toBeLessThan(1.2 * 60 * 60 * 24);
});

it('reads the rate of who sends seldom from the days of the last week', async () => {
  const sender = await makeSender();
  await arrived(sender, { 10: 250_000 });
  expect(await rateOf(sender)).toBe(250_000);
  await pool().query(
    `insert into packed_day (datasource_id, day, readings, chunk_bytes, summary_bytes, packed_on)
     select $1, $2::date - n, 700, 1400, 100, $2::date from generate_series(1, 30) n`,
    [sender.datasourceId, new Date(now)],
  );
  expect(await rateOf(sender)).toBe(700);
});
