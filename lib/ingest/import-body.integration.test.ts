import fs from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, vi } from 'vitest';
import { pool } from '@/lib/database';
import { deleteDatasource } from '@/lib/datasource/delete-datasource';
import { env, resetEnv } from '@/lib/env';
import { useTestDatabase } from '@/lib/test-database';
import {
  makeSender,
  sendRequest,
  storedLatest,
  storedMessages,
  type TestSender,
  testRequest,
} from './test-sender';

useTestDatabase();

const START = Date.UTC(2026, 5, 1);
const NDJSON = { 'content-type': 'application/x-ndjson' };
const CSV = { 'content-type': 'text/csv' };

async function* cut(body: Buffer, size = 50_000): AsyncIterable<Buffer> {
  for (let at = 0; at < body.length; at += size) yield body.subarray(at, at + size);
}

async function send(
  sender: TestSender,
  body: string | Buffer | AsyncIterable<Buffer>,
  headers: Record<string, string>,
) {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  const answer = await sendRequest(
    testRequest('', {
      headers: { 'x-api-key': sender.key, ...headers },
      readBody: async () => (Buffer.isBuffer(bytes) ? bytes : Buffer.alloc(0)),
      bodyPieces: () => (Buffer.isBuffer(bytes) ? cut(bytes) : bytes),
    }),
  );
  return { ...answer, json: JSON.parse(answer.body) };
}

const ndjson = (
  count: number,
  line = (i: number): object => ({ ts: START + i * 1000, a: i, text: `n${i % 7}` }),
) => Array.from({ length: count }, (_, i) => JSON.stringify(line(i))).join('\n');

const count = async ({ number }: TestSender): Promise<number> => {
  const { rows } = await pool().query('select count(*)::int as n from message where datasource = $1', [
    number,
  ]);
  return rows[0].n;
};

/** Nothing stays on disk, whatever became of it. */
async function staged(): Promise<string[]> {
  return fs.readdir(path.join(env().DATA_DIR, 'blobs', 'incoming')).catch(() => []);
}

/** Of those that lie there while they are imported, removed ones too; as far as the system tells. */
async function openFiles(): Promise<string[]> {
  const ids = await fs.readdir('/proc/self/fd').catch(() => []);
  const names = await Promise.all(ids.map((id) => fs.readlink(`/proc/self/fd/${id}`).catch(() => '')));
  return names.filter((name) => name.includes('/blobs/incoming/'));
}

describe('a long body', () => {
  it('is stored whole, and latest values know it [B1, B5]', async () => {
    const sender = await makeSender();
    const { status, json } = await send(sender, ndjson(30_000), NDJSON);
    expect([status, json]).toEqual([200, { accepted: 30_000, rejected: 0 }]);
    expect(await count(sender)).toBe(30_000);
    expect(await storedLatest(sender)).toEqual({ a: 29_999, text: `n${29_999 % 7}` });
    const [first] = await storedMessages(sender);
    expect(first).toMatchObject({ time: new Date(START), numbers: [0] });
    expect(await staged()).toEqual([]);
  });

  it('may be CSV, and packed [S3, B1]', async () => {
    const sender = await makeSender();
    const rows = Array.from({ length: 25_000 }, (_, i) => `${START + i * 1000},${i},${i % 2 === 0}`);
    const { status, json } = await send(sender, gzipSync(`time,a,on\n${rows.join('\n')}`), {
      ...CSV,
      'content-encoding': 'gzip',
    });
    expect([status, json]).toEqual([200, { accepted: 25_000, rejected: 0 }]);
    expect(await storedLatest(sender)).toEqual({ a: 24_999, on: false });
  });

  it('with a fault at its end leaves nothing behind, and names the line [I2, B2]', async () => {
    const sender = await makeSender();
    const faulty = `${ndjson(20_000)}\n{"ts":"soon","fresh":1}\n${ndjson(10)}`;
    const { status, json } = await send(sender, faulty, NDJSON);
    expect(status).toBe(422);
    expect(json.errors).toEqual([
      { pointer: '/ts', line: 20_001, detail: expect.stringContaining('"soon" is no time') },
    ]);
    expect(json.detail).toMatch(/^Line 20001, \/ts/);
    const broken = await send(sender, `${ndjson(20_000)}\n{"ts":`, NDJSON);
    expect([broken.status, broken.json.code, broken.json.errors[0].line]).toEqual([
      400,
      'invalid_json',
      20_001,
    ]);
    expect(await count(sender)).toBe(0);
    const { rowCount } = await pool().query('select from metric where datasource_id = $1', [
      sender.datasourceId,
    ]);
    expect(rowCount).toBe(0);
    expect(await staged()).toEqual([]);
  });

  it('whose sender breaks off leaves nothing behind', async () => {
    const sender = await makeSender();
    async function* broken(): AsyncIterable<Buffer> {
      for (let i = 0; i < 200; i++) yield Buffer.from(`${ndjson(1_000)}\n`);
      throw new Error('The connection ended.');
    }
    expect((await send(sender, broken(), NDJSON)).status).toBe(500);
    expect(await count(sender)).toBe(0);
    expect(await staged()).toEqual([]);
  });

  it('is bounded, packed or not [S1]', async () => {
    vi.stubEnv('INGEST_STREAM_BYTES_MAX', '8000000');
    resetEnv();
    const sender = await makeSender();
    const long = Buffer.from(`{"a":"${'x'.repeat(1_000)}"}\n`.repeat(9_000));
    const plain = await send(sender, long, NDJSON);
    const packed = await send(sender, gzipSync(long), { ...NDJSON, 'content-encoding': 'gzip' });
    const said = await send(sender, '', { ...NDJSON, 'content-length': '9000000' });
    vi.unstubAllEnvs();
    resetEnv();
    expect([plain.status, packed.status, said.status]).toEqual([413, 413, 413]);
    expect(plain.json.detail).toContain('8,000,000');
    expect(await count(sender)).toBe(0);
  });

  it('whose datasource is deleted meanwhile is refused, and its file closed', async () => {
    const sender = await makeSender();
    async function* outlived(): AsyncIterable<Buffer> {
      yield Buffer.from(`${ndjson(100_000)}\n`);
      await deleteDatasource(sender.caller, sender.datasourceId);
    }
    expect((await send(sender, outlived(), NDJSON)).json.code).toBe('unauthorized');
    expect(await staged()).toEqual([]);
    expect(await openFiles()).toEqual([]);
  });

  it('of too many data keys makes none of them [S4]', async () => {
    const sender = await makeSender();
    const { status, json } = await send(
      sender,
      ndjson(12_000, (i) => ({ ts: START + i, [`k${i % 2_100}`]: i })),
      NDJSON,
    );
    expect([status, json.detail]).toEqual([422, expect.stringContaining('2000 data keys')]);
    const { rowCount } = await pool().query('select from metric where datasource_id = $1', [
      sender.datasourceId,
    ]);
    expect(rowCount).toBe(0);
  });

  it('needs times of its own [B4]', async () => {
    const sender = await makeSender();
    const { status, json } = await send(
      sender,
      ndjson(11_000, (a) => ({ a })),
      NDJSON,
    );
    expect([status, json.detail]).toEqual([422, expect.stringContaining('without a time')]);
  });

  it('of one key comes after the other; other senders do not wait for it [B3]', async () => {
    const [sender, other] = [await makeSender(), await makeSender()];
    let goOn = () => {};
    const paused = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    let begun = () => {};
    const started = new Promise<void>((resolve) => {
      begun = resolve;
    });
    async function* slow(): AsyncIterable<Buffer> {
      for (let i = 0; i < 200; i++)
        yield Buffer.from(`${ndjson(1_000, (n) => ({ ts: START + i * 1e6 + n, a: n }))}\n`);
      begun();
      await paused;
    }
    const first = send(sender, slow(), NDJSON);
    await started;
    const second = await send(sender, ndjson(20_000), NDJSON);
    expect([second.status, second.headers['retry-after']]).toEqual([429, '2']);
    expect((await send(other, '{"a":1}', {})).status).toBe(200);
    expect((await send(sender, '{"a":1}', {})).status).toBe(200);
    goOn();
    expect((await first).json).toEqual({ accepted: 200_000, rejected: 0 });
    expect(await count(sender)).toBe(200_001);
  });

  it('may be sent again while messages of its times come: all of them stay [B3]', async () => {
    const sender = await makeSender();
    const body = ndjson(20_000);
    const imported = send(sender, body, NDJSON);
    const singles: Promise<{ status: number }>[] = [];
    for (let i = 0; i < 50; i++) {
      singles.push(send(sender, JSON.stringify({ ts: START + i * 400_000, a: -1, text: 'single' }), {}));
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    expect((await imported).status).toBe(200);
    expect(new Set((await Promise.all(singles)).map(({ status }) => status))).toEqual(new Set([200]));
    expect((await send(sender, body, NDJSON)).status).toBe(200);
    expect(await count(sender)).toBe(20_000);
  });

  it('may name a time twice, far apart, and times that are stored: the later message counts [M2]', async () => {
    const sender = await makeSender();
    const line = (i: number) => ({ ts: START + (i % 15_000) * 1000, a: i, text: `n${i}` });
    expect((await send(sender, ndjson(20_000, line), NDJSON)).status).toBe(200);
    const values = async () => (await storedMessages(sender)).map(({ numbers }) => numbers[0]);
    const expected = Array.from({ length: 15_000 }, (_, i) => (i < 5_000 ? i + 15_000 : i));
    expect(await values()).toEqual(expected);
    const over = (i: number) => ({ ts: START + (i + 10_000) * 1000, a: 1 - i, text: `n${i}` });
    expect((await send(sender, ndjson(11_000, over), NDJSON)).status).toBe(200);
    expect((await values()).slice(9_998, 10_002)).toEqual([9_998, 9_999, 1, 0]);
    expect(await count(sender)).toBe(21_000);
  });
});
