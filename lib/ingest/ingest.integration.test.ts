import { describe, expect, it, vi } from 'vitest';
import { keysChanged } from '@/lib/api-key/key-cache';
import { newApiKey } from '@/lib/api-key/key-text';
import { pool } from '@/lib/database';
import { resetEnv } from '@/lib/env';
import { flushNow } from '@/lib/telemetry/flusher';
import { useTestDatabase } from '@/lib/test-database';
import {
  linkChart,
  makeSender,
  sendRequest,
  storedMessages,
  type TestSender,
  testRequest,
} from './test-sender';

useTestDatabase();

async function post(
  sender: Pick<TestSender, 'key'> & { datasourceId?: string },
  body: unknown,
  { address = '192.0.2.1' } = {},
) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const answer = await sendRequest(
    testRequest(text, {
      path: sender.datasourceId ? `/api/ingest/${sender.datasourceId}` : '/api/ingest',
      headers: { authorization: `Bearer ${sender.key}`, 'content-type': 'application/json' },
      address,
    }),
  );
  return { ...answer, json: JSON.parse(answer.body) };
}

/** How many times keys are looked up in the database while something is done. */
async function lookupsDuring(work: () => Promise<unknown>): Promise<number> {
  const spy = vi.spyOn(pool(), 'query');
  await work();
  const lookups = spy.mock.calls.filter(([query]) => JSON.stringify(query).includes('find-keys'));
  spy.mockRestore();
  return lookups.length;
}

describe('a key', () => {
  it('that is known costs no query [K4]', async () => {
    const sender = await makeSender();
    await post(sender, { a: 1 });
    const begun = Date.now();
    const queries = await lookupsDuring(async () => {
      for (let i = 0; i < 20; i++) expect((await post(sender, { a: i })).status).toBe(200);
    });
    // But for the refresh in the background, twice a second.
    expect(queries).toBeLessThanOrEqual(1 + (Date.now() - begun) / 500);
  });

  it('that is revoked here is refused at once [K4]', async () => {
    const sender = await makeSender();
    expect((await post(sender, { a: 1 })).status).toBe(200);
    await pool().query('update api_key set revoked_at = now() where id = $1', [sender.keyId]);
    keysChanged(sender.datasourceId);
    expect(await post(sender, { a: 2 })).toMatchObject({ status: 401, json: { code: 'unauthorized' } });
    expect(await storedMessages(sender)).toHaveLength(1);
  });

  it('that another process revokes is refused within a second, while it is in use [K4]', async () => {
    const sender = await makeSender();
    await post(sender, { a: 1 });
    await pool().query('update api_key set revoked_at = now() where id = $1', [sender.keyId]);
    const revokedAt = Date.now();
    await vi.waitUntil(async () => (await post(sender, { a: 2 })).status === 401, {
      timeout: 3_000,
      interval: 50,
    });
    expect(Date.now() - revokedAt).toBeLessThan(2_500);
  });

  it('that is deleted with its datasource is refused, and makes nothing [K3]', async () => {
    const sender = await makeSender();
    await post(sender, { a: 1 });
    // As another process does it: this one still knows the key.
    await pool().query('delete from datasource where id = $1', [sender.datasourceId]);
    const answers = await Promise.all([post(sender, { fresh: 1 }), post(sender, { other: 1 })]);
    expect(answers.map(({ status }) => status)).toEqual([401, 401]);
  });

  it('that does not exist is looked up once, and a flood of them is stopped [K5]', async () => {
    const wrong = { key: newApiKey().key };
    const address = '192.0.2.50';
    const once = await lookupsDuring(async () => {
      for (let i = 0; i < 30; i++) expect((await post(wrong, { a: 1 }, { address })).status).toBe(401);
    });
    expect(once).toBe(1);
    const flood = await lookupsDuring(async () => {
      const statuses = new Set<number>();
      for (let i = 0; i < 300; i++)
        statuses.add((await post({ key: newApiKey().key }, {}, { address })).status);
      expect(statuses).toEqual(new Set([401, 429]));
    });
    expect(flood).toBeLessThan(100);
    // Whoever sends from elsewhere, or with a key that is known, does not feel it.
    const sender = await makeSender();
    expect((await post(sender, { a: 1 }, { address: '192.0.2.51' })).status).toBe(200);
    expect((await post(sender, { a: 1 }, { address })).status).toBe(200);
  });

  it('with a typing error costs no query at all [K2]', async () => {
    const key = `${newApiKey().key.slice(0, -1)}_`;
    const queries = await lookupsDuring(async () => {
      for (let i = 0; i < 50; i++) expect((await post({ key }, { a: 1 })).status).toBe(401);
    });
    expect(queries).toBe(0);
  });

  it('may send so many requests a second, then 429 with Retry-After [K6]', async () => {
    vi.stubEnv('INGEST_REQUESTS_PER_SECOND', '5');
    resetEnv();
    const sender = await makeSender();
    const answers = await Promise.all(Array.from({ length: 30 }, () => post(sender, { a: 1 })));
    vi.unstubAllEnvs();
    resetEnv();
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused[0]).toMatchObject({
      json: { code: 'too_many_requests' },
      headers: { 'retry-after': '1' },
    });
    expect(await storedMessages(sender)).toHaveLength(30 - refused.length);
  });

  it('has its use written down', async () => {
    const sender = await makeSender();
    await post(sender, { a: 1 }, { address: '198.51.100.7' });
    await flushNow();
    const { rows } = await pool().query('select last_used_at, last_used_from from api_key where id = $1', [
      sender.keyId,
    ]);
    expect(rows[0]).toMatchObject({ last_used_from: '198.51.100.7', last_used_at: expect.any(Date) });
  });
});

describe('labels and values [F11]', () => {
  it('must be equally many where a linked chart names them, and only there', async () => {
    const sender = await makeSender();
    const unequal = { output: { machines: ['A', 'B', 'C'], units: [1, 2] } };
    expect((await post(sender, unequal)).status).toBe(200);
    await linkChart(sender, { dataKey: 'output', labelsKey: 'machines', valuesKey: 'units' });
    await vi.waitUntil(async () => (await post(sender, unequal)).status === 422, {
      timeout: 3_000,
      interval: 50,
    });
    const { json } = await post(sender, [{ output: { machines: ['A'], units: [1] } }, unequal]);
    expect(json).toMatchObject({
      code: 'unequal_lengths',
      errors: [{ pointer: '/1/output/units', detail: expect.stringContaining('2 values') }],
    });
    expect((await post(sender, { other: unequal.output, output: { machines: 3, units: [] } })).status).toBe(
      200,
    );
  });
});

describe('refusals', () => {
  const refusals = async (sender: TestSender) => {
    await flushNow();
    const { rows } = await pool().query(
      `select status, code, exchange->>'detail' as detail, exchange->'errors' as errors, address, body
         from ingest_request where datasource_id = $1 and code is not null order by at desc, id desc`,
      [sender.datasourceId],
    );
    return rows.map(({ body, ...row }) => ({ ...row, body: body?.toString('utf8') ?? null }));
  };

  it('are kept with reason, address and the start of the body [R1]', async () => {
    const sender = await makeSender();
    await post(sender, '{"a": "\\u0000", "b": 1e999}', { address: '203.0.113.9' });
    await post(sender, `{"pad": "${'x'.repeat(20_000)}", }`);
    await post(sender, 'NUL \0 and a half \ud800');
    await post({ key: newApiKey().key, datasourceId: sender.datasourceId }, { secret: 1 });
    const [wrongKey, nul, long, first] = await refusals(sender);
    expect(first).toMatchObject({
      status: 422,
      code: 'invalid_reading',
      address: '203.0.113.9',
      body: '{"a": "\\u0000", "b": 1e999}',
    });
    expect(first.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(['/a', '/b']);
    expect(long.body).toHaveLength(16_384);
    expect(nul).toMatchObject({
      status: 400,
      code: 'invalid_json',
      body: expect.stringContaining('NUL \0'),
    });
    // Whoever has no key has no say in what is shown.
    expect(wrongKey).toMatchObject({ status: 401, code: 'unauthorized', body: null });
  });

  it('are fifty at most, and counted all [R1, R2]', async () => {
    const sender = await makeSender();
    await post(sender, { a: 1 });
    for (let i = 0; i < 60; i++) {
      await post(sender, { timestamp: `no time ${i}`, a: 1 });
      if (i === 30) await flushNow();
    }
    const rows = await refusals(sender);
    expect(rows).toHaveLength(50);
    expect(rows[0].detail).toContain('no time 59');
    const { rows: minutes } = await pool().query(
      'select sum(refused)::int as refused, sum(messages)::int as messages from ingest_minute where datasource_id = $1',
      [sender.datasourceId],
    );
    expect(minutes[0]).toEqual({ refused: 60, messages: 1 });
  });

  it('of datasources that do not exist are passed over', async () => {
    await post({ key: newApiKey().key, datasourceId: 'dsr_000000000000000000000' }, {});
    await flushNow();
  });
});
