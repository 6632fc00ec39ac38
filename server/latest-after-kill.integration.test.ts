import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { afterAll, expect, it, vi } from 'vitest';
import { closeDatabase, pool } from '@/lib/database';
import { resetEnv } from '@/lib/env';
import { makeSender } from '@/lib/ingest/test-sender';
import { databaseUrl, makeDataFolder, ProcessUnderTest, postgresPid } from './process-under-test';

// Two starts of a whole server, on a machine that may be busy.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 60_000 });

const AUTH_SECRET = randomBytes(32).toString('hex');
const dataFolder = makeDataFolder();
let server: ProcessUnderTest;

async function start(): Promise<string> {
  server = ProcessUnderTest.spawn({ DATA_DIR: dataFolder, AUTH_SECRET });
  const url = await server.ready();
  await closeDatabase();
  Object.assign(process.env, { DATABASE_URL: databaseUrl(dataFolder), AUTH_SECRET });
  resetEnv();
  return url;
}

afterAll(async () => {
  await closeDatabase();
  server.kill('SIGTERM');
  await server.ended;
  fs.rmSync(dataFolder, { recursive: true, force: true });
});

it('shows the last acknowledged value after a kill -9, though it was not yet written as the latest', async () => {
  let url = await start();
  const sender = await makeSender();
  const post = async (body: unknown) => {
    const answer = await fetch(`${url}/api/ingest`, {
      method: 'POST',
      headers: { authorization: sender.key, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return answer.status;
  };
  for (let n = 0; n < 50; n++) expect(await post({ n, state: `s${n}` })).toBe(200);
  expect(await post({ late: 1, timestamp: Date.now() - 3_600_000 })).toBe(200);
  expect(await post({ n: 'last', fresh: true })).toBe(200);
  server.kill('SIGKILL');
  process.kill(postgresPid(dataFolder), 'SIGKILL');
  await server.ended;

  url = await start();
  const latest = async () => {
    const { rows } = await pool().query<{ key: string; value: unknown }>(
      `select m.key, l.value from metric m join metric_latest l on l.metric_id = m.id where m.datasource_id = $1`,
      [sender.datasourceId],
    );
    return JSON.stringify(Object.fromEntries(rows.map(({ key, value }) => [key, value]).sort()));
  };
  const expected = JSON.stringify({ fresh: true, late: 1, n: 'last', state: 's49' });
  await vi.waitUntil(async () => (await latest()) === expected, { timeout: 10_000, interval: 50 });
  const { rows } = await pool().query<{ age: number }>(
    'select extract(epoch from now() - last_message_at)::float8 as age from datasource where id = $1',
    [sender.datasourceId],
  );
  expect(rows[0]?.age).toBeLessThan(60);
});
