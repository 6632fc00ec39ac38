import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import http from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { closeDatabase } from '@/lib/database';
import { resetEnv } from '@/lib/env';
import { makeSender, storedMessages, type TestSender } from '@/lib/ingest/test-sender';
import { databaseUrl, makeDataFolder, ProcessUnderTest, postgresPid } from './process-under-test';

// Several starts of a whole server, on a machine that may be busy.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 60_000 });

const AUTH_SECRET = randomBytes(32).toString('hex');
let dataFolder: string;
let server: ProcessUnderTest;
let url: string;
let sender: TestSender;

async function start(): Promise<void> {
  server = ProcessUnderTest.spawn({ DATA_DIR: dataFolder, AUTH_SECRET });
  url = await server.ready();
  await lookInto();
}

/** From here on code of lib/ in this process works on the database of the server under test. */
async function lookInto(): Promise<void> {
  await closeDatabase();
  Object.assign(process.env, { DATABASE_URL: databaseUrl(dataFolder), AUTH_SECRET });
  resetEnv();
}

beforeEach(async () => {
  dataFolder = makeDataFolder();
  await start();
  sender = await makeSender();
});

afterEach(async () => {
  await closeDatabase();
  server.kill('SIGTERM');
  await server.ended;
  fs.rmSync(dataFolder, { recursive: true, force: true });
});

const post = (n: number) =>
  fetch(`${url}/api/ingest`, {
    method: 'POST',
    headers: { authorization: `Bearer ${sender.key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ n }),
  });

/** Sends until the server is gone; `acknowledged` are the numbers that it answered 200 to. */
function sendUntilGone(lanes: number): { acknowledged: number[]; done: Promise<unknown> } {
  const acknowledged: number[] = [];
  let next = 0;
  const lane = async () => {
    for (;;) {
      const n = next++;
      const answer = await post(n).catch(() => undefined);
      if (!answer || answer.status >= 500) return;
      if (answer.status === 200) acknowledged.push(n);
    }
  };
  return { acknowledged, done: Promise.all(Array.from({ length: lanes }, lane)) };
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await wait(5);
}

const stored = async () => new Set((await storedMessages(sender)).map((message) => message.numbers[0]));

it('keeps every acknowledged reading when everything is killed at once', async () => {
  const { acknowledged, done } = sendUntilGone(8);
  await until(() => acknowledged.length > 300);
  server.kill('SIGKILL');
  process.kill(postgresPid(dataFolder), 'SIGKILL');
  await done;
  await server.ended;
  await start();
  const kept = await stored();
  expect(acknowledged.filter((n) => !kept.has(n))).toEqual([]);
  expect((await post(1e6)).status).toBe(200);
});

it('keeps every acknowledged reading when only the database is killed, and takes readings again by itself', async () => {
  const { acknowledged, done } = sendUntilGone(8);
  await until(() => acknowledged.length > 300);
  process.kill(postgresPid(dataFolder), 'SIGKILL');
  await done;
  for (let status = 0; status !== 200; ) status = (await post(1e6)).status;
  await lookInto();
  const kept = await stored();
  expect(acknowledged.filter((n) => !kept.has(n))).toEqual([]);
});

it('drains under load: what was acknowledged is stored, streams are ended, exit code 0 within five seconds', async () => {
  const stream = await fetch(`${url}/api/live?datasources=${sender.datasourceId}`, {
    headers: { cookie: sender.cookie },
  });
  expect(stream.headers.get('content-type')).toMatch(/^text\/event-stream/);
  const streamEnded = stream.text().catch(() => 'cut off');

  const { acknowledged, done } = sendUntilGone(8);
  await until(() => acknowledged.length > 300);
  const begun = Date.now();
  server.kill('SIGTERM');
  expect(await server.ended).toMatchObject({ code: 0 });
  expect(Date.now() - begun).toBeLessThan(5_000);
  expect(await streamEnded).not.toBe('cut off');
  await done;
  await start();
  const kept = await stored();
  expect(acknowledged.filter((n) => !kept.has(n))).toEqual([]);
});

it('ends at once when it is asked a second time', async () => {
  const { hostname, port } = new URL(url);
  // A body that never ends would hold the drain up.
  const request = http.request({
    hostname,
    port,
    method: 'POST',
    path: '/api/ingest',
    headers: {
      authorization: `Bearer ${sender.key}`,
      'content-type': 'application/json',
      'content-length': 100,
    },
  });
  request.on('error', () => {});
  await new Promise((resolve) => request.write('{', resolve));
  const begun = Date.now();
  server.kill('SIGTERM');
  await wait(800); // sooner, it is the same Ctrl-C, passed on by npm
  server.kill('SIGTERM');
  expect((await server.ended).code).toBe(130);
  expect(Date.now() - begun).toBeLessThan(2_000);
});
