import { randomBytes } from 'node:crypto';
import http from 'node:http';
import net, { type AddressInfo } from 'node:net';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { pool } from '@/lib/database';
import { makeSender, type TestSender } from '@/lib/ingest/test-sender';
import { BACKLOG_BYTES_MAX } from '@/lib/live/live-stream';
import { useTestDatabase } from '@/lib/test-database';
import { ingestDoor } from './ingest-door';
import { liveDoor } from './live-door';
import { makeDataFolder, ProcessUnderTest } from './process-under-test';

useTestDatabase();

const until = (condition: () => unknown, timeout = 30_000) =>
  vi.waitUntil(condition, { timeout, interval: 20 });

const sockets = new Set<net.Socket>();
afterEach(() => {
  for (const socket of sockets) socket.destroy();
  sockets.clear();
});

/** A reader whose socket we hold: it may stop reading. */
function openReader(port: number, sender: TestSender, address = '127.0.0.1') {
  const socket = net.connect(port, '127.0.0.1');
  sockets.add(socket);
  const state = { text: '', closed: false };
  socket.setEncoding('utf8').on('data', (text: string) => {
    state.text += text;
  });
  socket
    .on('error', () => {})
    .on('close', () => {
      state.closed = true;
    });
  socket.write(
    `GET /api/live?datasources=${sender.datasourceId} HTTP/1.1\r\nHost: a\r\nCookie: ${sender.cookie}\r\nX-Forwarded-For: ${address}\r\n\r\n`,
  );
  return { socket, state };
}

async function send(origin: string, sender: TestSender, body: unknown): Promise<number> {
  const answer = await fetch(`${origin}/api/ingest/${sender.datasourceId}`, {
    method: 'POST',
    headers: { authorization: sender.key, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return answer.status;
}

describe('a crowd that comes back at once after a restart', () => {
  const READERS = 500;
  const running: ProcessUnderTest[] = [];
  afterAll(async () => {
    for (const each of running) each.kill('SIGKILL');
    await Promise.all(running.map(({ ended }) => ended));
  });

  async function start(port = 0): Promise<string> {
    const started = ProcessUnderTest.spawn({
      DATABASE_URL: process.env.DATABASE_URL ?? '',
      AUTH_SECRET: process.env.AUTH_SECRET ?? '',
      DATA_DIR: makeDataFolder(),
      HOST: '127.0.0.1',
      PORT: String(port),
      TRUST_PROXY: 'true',
    });
    running.push(started);
    return await started.ready();
  }

  it('is served, while readings are taken and the database is not flooded', async () => {
    process.env.AUTH_SECRET ??= randomBytes(32).toString('hex');
    const sender = await makeSender();
    const url = await start();
    const port = Number(new URL(url).port);
    expect(await send(url, sender, { a: 1 })).toBe(200);
    const crowd = () =>
      Array.from({ length: READERS }, (_, i) => openReader(port, sender, `10.0.${i >> 8}.${i & 255}`));
    const first = crowd();
    await until(() => first.every(({ state }) => state.text.includes('event: snapshot')));
    running[0]?.kill('SIGKILL');
    await until(() => first.every(({ state }) => state.closed));

    expect(await start(port)).toBe(url);
    const again = crowd(); // nobody waits as long as it was told
    const stored = await send(url, sender, { a: 2 });
    const { rows } = await pool().query<{ count: number }>(
      `select count(*)::int as count from pg_stat_activity
        where datname = current_database() and application_name like 'twinnoverse%' and pid <> pg_backend_pid()`,
    );
    await until(() => again.every(({ state }) => state.text.includes('event: snapshot')));
    expect(stored).toBe(200);
    // Both pools (ours of this test too), two lanes that write, one that listens.
    expect(rows[0]?.count).toBeLessThanOrEqual(2 * 12 + 3);
    await send(url, sender, { a: 'last' });
    await until(() => again.every(({ state }) => state.text.includes('"last"')));
    // Told to come back at different times.
    const waits = new Set(again.map(({ state }) => /^retry: (\d+)$/m.exec(state.text)?.[1]));
    expect(waits.size).toBeGreaterThan(READERS / 4);
    expect([...waits].every((ms) => Number(ms) >= 1_000 && Number(ms) < 3_000)).toBe(true);
  }, 60_000);
});

describe('readers that do not read', () => {
  const responses: http.ServerResponse[] = [];
  const server = http.createServer((request, response) => {
    if (request.url?.startsWith('/api/live')) responses.push(response);
    if (!ingestDoor(request, response) && !liveDoor(request, response)) response.writeHead(404).end();
  });
  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });

  it('cost at most their bound each, hold up nobody, and are told the newest when they read again', async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const sender = await makeSender();
    const quick = openReader(port, sender);
    const slow = Array.from({ length: 20 }, () => openReader(port, sender));
    await until(() => [quick, ...slow].every(({ state }) => state.text.includes('event: snapshot')));
    for (const { socket } of slow) socket.pause();
    const rows = { labels: [] as string[], values: [] as number[] };
    for (let i = 0; i < 9_000; i++) {
      rows.labels.push(`Machine ${i}`);
      rows.values.push(i);
    }
    const frameBytes = JSON.stringify(rows).length;
    let most = 0;
    let sent = 0;
    // Until the kernel's buffers of all of them are full, and then some.
    const isStuck = () =>
      responses.slice(1).every(({ writableLength }) => writableLength > BACKLOG_BYTES_MAX);
    for (let after = 0; after < 10; ) {
      expect(await send(`http://127.0.0.1:${port}`, sender, { rows, n: ++sent })).toBe(200);
      await until(() => quick.state.text.includes(`,${sent}]`));
      most = Math.max(most, ...responses.map(({ writableLength }) => writableLength));
      if (isStuck()) after += 1;
    }
    expect(most).toBeLessThan(BACKLOG_BYTES_MAX + 2 * frameBytes);
    for (const { socket } of slow) socket.resume();
    await until(() => slow.every(({ state }) => state.text.includes(`,${sent}]`)));
    for (const { state } of slow) expect(state.text.split('event: snapshot').length).toBe(3);
  }, 60_000);
});
