import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { pool } from '@/lib/database';
import { makeSender, type TestSender } from '@/lib/ingest/test-sender';
import { createTelemetryStore } from '@/lib/live/telemetry-store';
import { notify } from '@/lib/postgres-channel';
import { useTestDatabase } from '@/lib/test-database';
import { makeDataFolder, ProcessUnderTest } from './process-under-test';

useTestDatabase();

const until = (condition: () => unknown, timeout = 15_000) =>
  vi.waitUntil(condition, { timeout, interval: 10 });

type Running = { process: ProcessUnderTest; url: string };
const running: ProcessUnderTest[] = [];
let here: Running;
let there: Running;

async function start(): Promise<Running> {
  const started = ProcessUnderTest.spawn({
    DATABASE_URL: process.env.DATABASE_URL ?? '',
    AUTH_SECRET: process.env.AUTH_SECRET ?? '',
    DATA_DIR: makeDataFolder(),
    LIVE_BUS: 'auto',
  });
  running.push(started);
  return { process: started, url: await started.ready() };
}

beforeAll(async () => {
  process.env.AUTH_SECRET ??= randomBytes(32).toString('hex');
  [here, there] = await Promise.all([start(), start()]);
});
afterAll(async () => {
  for (const each of running) each.kill('SIGKILL');
  await Promise.all(running.map(({ ended }) => ended));
});

async function send(at: Running, sender: TestSender, body: unknown): Promise<number> {
  const answer = await fetch(`${at.url}/api/ingest/${sender.datasourceId}`, {
    method: 'POST',
    headers: { authorization: sender.key, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return answer.status;
}

/** A page that is open at one of the processes. */
async function openPage(at: Running, { datasourceId, cookie }: TestSender) {
  const store = createTelemetryStore(
    { datasourceIds: [datasourceId] },
    {
      baseUrl: at.url,
      fetch: (input, init) => fetch(input, { ...init, headers: { ...(init?.headers as object), cookie } }),
    },
  );
  const close = store.connect();
  await until(() => store.datasource(datasourceId)); // of the first snapshot
  return { store, close, value: (key: string) => store.reading(datasourceId, key)?.value };
}

describe('two processes on one database', () => {
  it('show what the other one stored, within a second, new data keys and refusals too', async () => {
    const sender = await makeSender();
    const page = await openPage(there, sender);
    const begun = Date.now();
    expect(await send(here, sender, { temperature: 21.5, state: 'on' })).toBe(200);
    await until(() => page.value('temperature') === 21.5, 1_000);
    expect(Date.now() - begun).toBeLessThan(1_000);
    for (let i = 1; i <= 20; i++)
      await send(i % 2 ? here : there, sender, { temperature: i, [`key_${i}`]: i });
    await until(() => page.value('temperature') === 20 && page.value('key_19') === 19);
    expect(page.store.metrics(sender.datasourceId).length).toBe(22);
    await fetch(`${here.url}/api/ingest/${sender.datasourceId}`, {
      method: 'POST',
      headers: { authorization: sender.key, 'content-type': 'application/json' },
      body: '{',
    });
    await until(() => page.store.datasource(sender.datasourceId)?.lastRefusal?.code === 'invalid_json');
    page.close();
  });

  it('tell a page that opens what the other one stored a moment ago', async () => {
    const sender = await makeSender();
    // So that both know the datasource already, and one of them what is old.
    await send(there, sender, { a: 0 });
    await send(here, sender, { a: 1 });
    const first = await openPage(there, sender);
    expect(first.value('a')).toBe(1);
    first.close();
    // From now on it hears of each change, as all do: gathered for a tenth of a second.
    for (let i = 2; i <= 5; i++) {
      await send(here, sender, { a: i });
      const page = await openPage(there, sender);
      await until(() => page.value('a') === i, 1_000);
      page.close();
    }
  });

  it('never let an older value replace a newer one', async () => {
    const sender = await makeSender();
    const page = await openPage(there, sender);
    const now = Date.now();
    await send(there, sender, { a: 'new', timestamp: now });
    await until(() => page.value('a') === 'new');
    await send(here, sender, { a: 'old', b: 1, timestamp: now - 5_000 });
    await until(() => page.value('b') === 1);
    expect(page.value('a')).toBe('new');
    page.close();
  });

  it('forget a datasource that is deleted at the other one', async () => {
    const sender = await makeSender();
    expect(await send(here, sender, { a: 1 })).toBe(200);
    expect(await send(there, sender, { a: 2 })).toBe(200);
    const page = await openPage(there, sender);
    await pool().query('delete from datasource where id = $1', [sender.datasourceId]);
    await notify('datasource', sender.datasourceId);
    await until(() => page.store.connection().phase === 'ended');
    await vi.waitUntil(async () => (await send(there, sender, { a: 3 })) === 401, { timeout: 5_000 });
    page.close();
  });

  it('show the new name of a datasource that was renamed at the other one', async () => {
    const sender = await makeSender();
    const page = await openPage(there, sender);
    await pool().query("update datasource set name = 'Renamed', stale_after_seconds = 7 where id = $1", [
      sender.datasourceId,
    ]);
    await notify('datasource', sender.datasourceId);
    await until(() => page.store.datasource(sender.datasourceId)?.name === 'Renamed');
    expect(page.store.datasource(sender.datasourceId)?.staleAfterMs).toBe(7_000);
    page.close();
  });

  it('go on when the other one is killed, with nothing lost that it acknowledged', async () => {
    const sender = await makeSender();
    const page = await openPage(there, sender);
    const late = await makeSender();
    await send(there, late, { a: 0 });
    expect(await send(here, sender, { a: 1 })).toBe(200);
    expect(await send(here, late, { a: 1 })).toBe(200);
    here.process.kill('SIGKILL');
    await here.process.ended;
    await until(() => page.value('a') === 1);
    expect(await send(there, sender, { a: 2 })).toBe(200);
    await until(() => page.value('a') === 2);
    // Nobody looked at this one while it was stored.
    const second = await openPage(there, late);
    expect(second.value('a')).toBe(1);
    page.close();
    second.close();
    here = await start();
    await send(here, sender, { a: 3 });
    const again = await openPage(there, sender);
    await until(() => again.value('a') === 3);
    again.close();
  });
});
