import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { closeDatabase } from '@/lib/database';
import { env, resetEnv } from '@/lib/env';
import { flushNow } from '@/lib/telemetry/flusher';
import { useTestDatabase } from '@/lib/test-database';
import {
  makeSender,
  sendRequest,
  storedLatest,
  storedMessages,
  type TestSender,
  testRequest,
} from './test-sender';

// Said first, done last: the database is still flushed into through the gate.
afterAll(() => fs.rmSync(gate.folder, { recursive: true, force: true }));
useTestDatabase();

/** Stands between us and the database, so that it can be away without being stopped for everybody else. */
class Gate {
  readonly folder = fs.mkdtempSync(path.join(os.tmpdir(), 'twinnoverse-gate-'));
  private readonly sockets = new Set<net.Socket>();
  private server: net.Server | undefined;

  constructor(private readonly target: string) {}

  async open(): Promise<void> {
    this.server = net.createServer((client) => {
      const database = net.connect(this.target);
      for (const socket of [client, database]) {
        this.sockets.add(socket);
        socket.on('error', () => {});
        socket.on('close', () => {
          client.destroy();
          database.destroy();
        });
      }
      client.pipe(database).pipe(client);
    });
    await new Promise<void>((resolve) =>
      this.server?.listen(path.join(this.folder, '.s.PGSQL.5432'), resolve),
    );
  }

  async shut(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.server?.close(() => resolve()));
    for (const socket of this.sockets) socket.destroy();
    this.sockets.clear();
    await closed;
  }
}

let gate: Gate;
let sender: TestSender;

beforeAll(async () => {
  const url = new URL(env().DATABASE_URL ?? '');
  gate = new Gate(path.join(url.searchParams.get('host') ?? '', `.s.PGSQL.${url.port || '5432'}`));
  await gate.open();
  url.searchParams.set('host', gate.folder);
  url.port = '5432';
  process.env.DATABASE_URL = url.href;
  await closeDatabase();
  resetEnv();
});

beforeEach(async () => {
  sender = await makeSender();
});

async function post(body: unknown) {
  const text = JSON.stringify(body);
  const answer = await sendRequest(
    testRequest(text, { headers: { authorization: sender.key }, address: undefined }),
  );
  return { status: answer.status, headers: answer.headers, json: JSON.parse(answer.body) };
}

describe('when the database is away [D1]', () => {
  it('says 503 with Retry-After, and works again by itself', async () => {
    expect((await post({ a: 1 })).status).toBe(200);
    await gate.shut();
    const refused = await post({ a: 2 });
    expect(refused).toMatchObject({
      status: 503,
      headers: {
        'retry-after': expect.stringMatching(/^[1-9]$/),
        'content-type': 'application/problem+json',
      },
      json: { code: 'unavailable' },
    });
    expect((await post({ fresh: 1 })).status).toBe(503);
    await expect(flushNow()).rejects.toThrow();
    await gate.open();
    await vi.waitUntil(async () => (await post({ a: 3 })).status === 200, { timeout: 10_000, interval: 50 });
    expect((await storedMessages(sender)).map(({ numbers }) => numbers[0])).toEqual([1, 3]);
    expect(await storedLatest(sender)).toEqual({ a: 3 });
  });

  it('acknowledges nothing that is not stored, at whatever moment it goes', async () => {
    const acknowledged: number[] = [];
    let next = 0;
    let over = false;
    const lane = async () => {
      while (!over) {
        const n = next++;
        if ((await post({ n })).status === 200) acknowledged.push(n);
        else await new Promise((resolve) => setTimeout(resolve, 20));
      }
    };
    const lanes = Array.from({ length: 16 }, lane);
    for (let round = 1; round <= 3; round++) {
      await vi.waitUntil(() => acknowledged.length > round * 100, { timeout: 15_000 });
      await gate.shut();
      await gate.open();
    }
    await vi.waitUntil(() => acknowledged.length > 500, { timeout: 15_000 });
    over = true;
    await Promise.all(lanes);
    const stored = new Set((await storedMessages(sender)).map(({ numbers }) => numbers[0]));
    expect(acknowledged.filter((n) => !stored.has(n))).toEqual([]);
  });
});
