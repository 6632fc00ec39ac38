import fs from 'node:fs';
import net from 'node:net';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { makeSender, storedMessages } from '@/lib/ingest/test-sender';
import { useTestDatabase } from '@/lib/test-database';
import { ProcessUnderTest } from './process-under-test';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
useTestDatabase();

const CONNECTIONS_MAX = 30;
let server: ProcessUnderTest;
let url: URL;

beforeAll(async () => {
  server = ProcessUnderTest.spawn({
    DATABASE_URL: process.env.DATABASE_URL ?? '',
    DATA_DIR: process.env.DATA_DIR ?? '',
    SLOW_BODY_SECONDS: '2',
    CONNECTIONS_PER_ADDRESS_MAX: String(CONNECTIONS_MAX),
  });
  url = new URL(await server.ready());
});
afterAll(async () => {
  server.kill('SIGTERM');
  await server.ended;
});

type Conversation = { socket: net.Socket; text: () => string; closed: Promise<void> };

function connect(): Conversation {
  const socket = net.connect(Number(url.port), '127.0.0.1');
  let text = '';
  socket.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  socket.on('error', () => {}); // being cut off is what it is about
  return {
    socket,
    text: () => text,
    closed: new Promise((resolve) => socket.once('close', () => resolve())),
  };
}

/** Sends a text a byte a second until the connection ends; answers how many seconds that took. */
async function trickle({ socket, closed }: Conversation, text: string): Promise<number> {
  const begun = performance.now();
  let at = 0;
  const timer = setInterval(() => {
    if (socket.writable) socket.write(text.charAt(at++ % text.length));
  }, 1_000);
  await closed;
  clearInterval(timer);
  return (performance.now() - begun) / 1000;
}

const isServed = async () => (await fetch(new URL('/api/health/live', url))).status === 200;

describe('a server under attack', () => {
  it.concurrent('ends a body that comes a byte a second, and says why [K10]', async () => {
    const { key, number } = await makeSender();
    const head = `POST /api/ingest HTTP/1.1\r\nHost: here\r\nX-API-Key: ${key}\r\nContent-Length: 5000\r\n\r\n`;
    const sender = connect();
    sender.socket.write(head);
    expect(await trickle(sender, '{"a":1}')).toBeLessThan(10);
    expect(sender.text()).toMatch(/^HTTP\/1\.1 408/);
    expect(sender.text()).toContain('"code":"timeout"');
    expect(await storedMessages({ number })).toHaveLength(0);
  });

  it.concurrent('does not even wait for the body of whoever has no key [I3]', async () => {
    const sender = connect();
    sender.socket.write('POST /api/ingest HTTP/1.1\r\nHost: here\r\nContent-Length: 5000\r\n\r\n');
    expect(await trickle(sender, '{"a":1}')).toBeLessThan(5);
    expect(sender.text()).toMatch(/^HTTP\/1\.1 401/);
  });

  it.concurrent('ends headers that come a byte a second [K10]', async () => {
    const sender = connect();
    sender.socket.write('POST /api/ingest HTTP/1.1\r\n');
    const seconds = await trickle(sender, 'X-Header: y\r\n');
    expect(seconds).toBeGreaterThan(10);
    expect(seconds).toBeLessThan(25);
    expect(sender.text()).toMatch(/^HTTP\/1\.1 408/);
  });

  it.concurrent('ends connections that say nothing [K10]', async () => {
    const sender = connect();
    const begun = performance.now();
    await sender.closed;
    expect(performance.now() - begun).toBeLessThan(25_000);
  });

  it.concurrent('refuses a flood of headers, and one that is too long [K10]', async () => {
    const head = 'POST /api/ingest HTTP/1.1\r\nHost: here\r\n';
    const many = Array.from({ length: 5_000 }, (_, i) => `x-${i}: y\r\n`).join('');
    for (const headers of [many, `x-long: ${'y'.repeat(20_000)}\r\n`]) {
      const sender = connect();
      sender.socket.write(`${head + headers}\r\n`);
      await sender.closed;
      expect(sender.text()).toMatch(/^HTTP\/1\.1 431/);
    }
  });
});

it('serves others while one address opens all the connections that it may [K10]', async () => {
  const senders = Array.from({ length: CONNECTIONS_MAX + 20 }, connect);
  let closed = 0;
  for (const sender of senders) void sender.closed.then(() => closed++);
  await vi.waitUntil(() => closed >= 20, { timeout: 10_000 });
  expect(senders.filter(({ socket }) => !socket.destroyed).length).toBeLessThanOrEqual(CONNECTIONS_MAX);
  // Those that were let in are served.
  const open = senders.find(({ socket }) => !socket.destroyed);
  open?.socket.write('GET /api/health/live HTTP/1.1\r\nHost: here\r\n\r\n');
  await vi.waitUntil(() => open?.text().startsWith('HTTP/1.1 200'), { timeout: 5_000 });
  for (const { socket } of senders) socket.destroy();
  await vi.waitUntil(() => isServed().catch(() => false), { timeout: 10_000 });
  expect(fs.existsSync(`/proc/${server.pid}`)).toBe(true);
});
