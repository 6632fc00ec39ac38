import fs from 'node:fs';
import http from 'node:http';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pool } from '@/lib/database';
import { env } from '@/lib/env';
import { makeSender } from '@/lib/ingest/test-sender';
import { useTestDatabase } from '@/lib/test-database';
import { ProcessUnderTest } from './process-under-test';

useTestDatabase();
vi.setConfig({ testTimeout: 300_000, hookTimeout: 60_000 });

/** LONG_IMPORT_MB=100 tells the figures of a longer one. */
const MEGABYTES = Number(process.env.LONG_IMPORT_MB ?? 20);
const START = Date.UTC(2024, 0, 1);

let server: ProcessUnderTest;
let url: string;
let readyAt: number;

/** An import needs no more, however long it is. */
const GROWTH_MB_MAX = 60;
/** The background thread (server/background), which begins half a minute after the process, is not the import's. */
const THREAD_AFTER_MS = 28_000;
const THREAD_MB = 70;

async function start(): Promise<void> {
  const { DATABASE_URL = '', DATA_DIR, AUTH_SECRET = '' } = env();
  server = ProcessUnderTest.spawn({ DATABASE_URL, DATA_DIR, AUTH_SECRET });
  url = await server.ready();
  readyAt = performance.now();
}

// A process for each: what others did in it before is not the import's.
beforeEach(start);
afterEach(async () => {
  server.kill('SIGTERM');
  expect((await server.ended).code).toBe(0);
});

const LINES: Record<string, { head: string; line: (i: number) => string }> = {
  'application/x-ndjson': {
    head: '',
    line: (i) =>
      `{"ts":${START + i * 1000},"temperature":${(i % 900) / 10},"rpm":${i % 3000},"state":"s${i % 5}"}\n`,
  },
  'text/csv': {
    head: 'timestamp,temperature,rpm,state\n',
    line: (i) => `${new Date(START + i * 1000).toISOString()},${(i % 900) / 10},${i % 3000},s${i % 5}\n`,
  },
};

/** Sends so many bytes without a length, as fast as they are taken; answers when it is answered. */
function send(type: string, key: string): Promise<{ status: number; body: string; lines: number }> {
  const { head, line } = LINES[type] ?? { head: '', line: () => '' };
  return new Promise((resolve, reject) => {
    let lines = 0;
    const request = http.request(
      `${url}/api/ingest`,
      { method: 'POST', headers: { 'content-type': type, 'x-api-key': key } },
      (response) => {
        let body = '';
        response.on('data', (chunk) => {
          body += chunk;
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body, lines }));
      },
    );
    request.on('error', reject);
    request.write(head);
    let bytes = 0;
    const more = () => {
      while (bytes < MEGABYTES * 1e6) {
        let text = '';
        for (let i = 0; i < 500; i++) text += line(lines++);
        bytes += text.length;
        if (!request.write(text)) {
          request.once('drain', more);
          return;
        }
      }
      request.end();
    };
    more();
  });
}

const rss = (): number =>
  Number(/VmRSS:\s+(\d+)/.exec(fs.readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1]) / 1024;

describe('a long import', () => {
  it.each(Object.keys(LINES))(
    'of %s is stored whole; its messages are never all in memory [B1]',
    async (type) => {
      const sender = await makeSender();
      // What the first requests of a process cost is not the import's.
      for (let i = 0; i < 50; i++)
        await fetch(`${url}/api/ingest`, {
          method: 'POST',
          headers: { 'x-api-key': sender.key, 'content-type': 'application/json' },
          body: '{"a":1}',
        });
      const before = rss();
      let peak = before;
      const watch = setInterval(() => {
        peak = Math.max(peak, rss());
      }, 50);
      const begun = performance.now();
      const { status, body, lines } = await send(type, sender.key);
      clearInterval(watch);
      expect([status, body]).toEqual([200, `{"accepted":${lines},"rejected":0}`]);
      expect(await countOf(sender)).toBe(lines + 50);
      const seconds = (performance.now() - begun) / 1000;
      const figures = `${type}: ${MEGABYTES} MB, ${lines} messages in ${seconds.toFixed(1)} s, RSS ${before.toFixed(0)} to ${peak.toFixed(0)} MB`;
      if (process.env.LONG_IMPORT_MB) console.info(figures);
      const hasThread = performance.now() - readyAt > THREAD_AFTER_MS;
      expect(peak - before, figures).toBeLessThan(GROWTH_MB_MAX + (hasThread ? THREAD_MB : 0));
    },
  );

  it('leaves nothing behind when the server is killed while it is written [B2]', async () => {
    const type = 'application/x-ndjson';
    const sender = await makeSender();
    const cut = send(type, sender.key).catch(() => 'cut off');
    await vi.waitUntil(importIsWritten, { timeout: 60_000, interval: 20 });
    server.kill('SIGKILL');
    await server.ended;
    expect(await cut).toBe('cut off');
    // The database notices that the connection is gone, and forgets what came by it.
    await vi.waitUntil(async () => !(await importIsWritten()), { timeout: 30_000, interval: 50 });
    expect(await countOf(sender)).toBe(0);
    await start();
    const { status, lines } = await send(type, sender.key);
    expect([status, await countOf(sender)]).toEqual([200, lines]);
  });
});

async function countOf({ number }: { number: number }): Promise<number> {
  const { rows } = await pool().query('select count(*)::int as n from message where datasource = $1', [
    number,
  ]);
  return rows[0].n;
}

async function importIsWritten(): Promise<boolean> {
  const { rowCount } = await pool().query(
    `select from pg_stat_activity
      where datname = current_database() and application_name = 'twinnoverse-import' and query like 'copy message%'`,
  );
  return rowCount !== 0;
}
