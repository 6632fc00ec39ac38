import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { revokeKey } from '@/lib/api-key/revoke-key';
import { makeTestKey } from '@/lib/api-key/test-key';
import { pool } from '@/lib/database';
import { deleteDatasource } from '@/lib/datasource/delete-datasource';
import { updateDatasource } from '@/lib/datasource/update-datasource';
import { makeSender, type TestSender } from '@/lib/ingest/test-sender';
import { useTestDatabase } from '@/lib/test-database';
import { ProcessUnderTest } from './process-under-test';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
useTestDatabase();

/** Another process on the same database; the test is the one in which things are changed. */
let other: ProcessUnderTest;
let url: string;
let sender: TestSender;

beforeAll(async () => {
  other = ProcessUnderTest.spawn({
    DATABASE_URL: process.env.DATABASE_URL ?? '',
    DATA_DIR: process.env.DATA_DIR ?? '',
  });
  url = await other.ready();
  sender = await makeSender();
});
afterAll(async () => {
  other.kill('SIGTERM');
  await other.ended;
});

async function post(key: string, datasource?: string): Promise<number> {
  const response = await fetch(`${url}/api/ingest`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${key}`,
      'content-type': 'application/json',
      ...(datasource ? { 'x-datasource': datasource } : {}),
    },
    body: '{"temperature": 42.5}',
  });
  await response.arrayBuffer();
  return response.status;
}

/** Sends without a pause until the answer is another one; how long that took. */
async function untilAnswered(status: number, ask: () => Promise<number>): Promise<number> {
  const begun = performance.now();
  while ((await ask()) !== status) {
    if (performance.now() - begun > 10_000) throw new Error(`${status} never came`);
  }
  return performance.now() - begun;
}

describe('what one process does to keys [K4]', () => {
  it('is known to another one at once: a key that was revoked is refused', async () => {
    const { id, key } = await makeTestKey(sender.caller, { reach: null });
    expect(await post(key, sender.datasourceId)).toBe(200);
    await revokeKey(sender.caller, null, id);
    expect(await untilAnswered(401, () => post(key, sender.datasourceId))).toBeLessThan(1_000);
  });

  it('is known within a second even when no notice comes', async () => {
    const { id, key } = await makeTestKey(sender.caller, { reach: null });
    expect(await post(key, sender.datasourceId)).toBe(200);
    await pool().query('update api_key set revoked_at = now() where id = $1', [id]);
    expect(await untilAnswered(401, () => post(key, sender.datasourceId))).toBeLessThan(1_500);
  });

  it('is known when the key was made a moment ago', async () => {
    const { key } = await makeTestKey(sender.caller, { reach: { datasourceId: sender.datasourceId } });
    expect(await post(key)).toBe(200);
  });

  it('is known of the datasources that a key reaches: names, and that one was deleted', async () => {
    const gone = await makeSender(sender);
    const { key } = await makeTestKey(sender.caller, { reach: null });
    expect(await post(key, 'Renamed')).toBe(404);
    await updateDatasource(sender.caller, gone.datasourceId, { name: 'Renamed' });
    expect(await untilAnswered(200, () => post(key, 'Renamed'))).toBeLessThan(2_000);
    await deleteDatasource(sender.caller, gone.datasourceId);
    expect(await untilAnswered(404, () => post(key, 'Renamed'))).toBeLessThan(1_000);
  });
});
