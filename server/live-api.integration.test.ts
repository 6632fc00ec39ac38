import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { POST as postTicket } from '@/app/api/v1/live-tickets/route';
import { createKey } from '@/lib/api-key/create-key';
import { revokeKey } from '@/lib/api-key/revoke-key';
import { pool } from '@/lib/database';
import { makeSender, type TestSender } from '@/lib/ingest/test-sender';
import { browser } from '@/lib/live/snippets/browser';
import { curl } from '@/lib/live/snippets/curl';
import { KEY_VARIABLE } from '@/lib/live/snippets/definition';
import { node } from '@/lib/live/snippets/node';
import { python } from '@/lib/live/snippets/python';
import { useTestDatabase } from '@/lib/test-database';
import { ingestDoor } from './ingest-door';
import { liveDoor } from './live-door';

useTestDatabase();

const until = (condition: () => unknown) => vi.waitUntil(condition, { timeout: 15_000 });
const streams = new Set<http.ServerResponse>();
const server = http.createServer((request, response) => {
  if (request.url?.startsWith('/api/live')) streams.add(response);
  if (!ingestDoor(request, response) && !liveDoor(request, response)) response.writeHead(404).end();
});
let origin: string;
const started: ChildProcess[] = [];
const aborts: AbortController[] = [];

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
  for (const abort of aborts.splice(0)) abort.abort();
  streams.clear();
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

const readingKey = (sender: TestSender) =>
  createKey(sender.caller, sender.datasourceId, {
    name: 'Reader',
    expiresInDays: null,
    permissions: ['read'],
    allowedAddresses: [],
  });

async function send(sender: TestSender, body: unknown): Promise<void> {
  const answer = await fetch(`${origin}/api/ingest/${sender.datasourceId}`, {
    method: 'POST',
    headers: { authorization: sender.key, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(answer.status).toBe(200);
}

async function open(query: string, headers: Record<string, string> = {}) {
  const abort = new AbortController();
  aborts.push(abort);
  const answer = await fetch(`${origin}/api/live?${query}`, { headers, signal: abort.signal });
  const state = { text: '', ended: false };
  const read = async () => {
    for await (const piece of answer.body?.pipeThrough(new TextDecoderStream()) ?? []) state.text += piece;
    state.ended = true;
  };
  if (answer.ok) read().catch(() => {});
  return { status: answer.status, headers: answer.headers, state, answer };
}

async function makeTicket(headers: Record<string, string>, datasources: string[]) {
  const request = new Request('http://localhost/api/v1/live-tickets', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ datasources }),
  });
  const answer = await postTicket(request, { params: Promise.resolve({}) });
  return {
    status: answer.status,
    body: (await answer.json()) as { ticket: string; expiresAt: string; code?: string },
  };
}

describe('a key that reads', () => {
  it('opens the stream of what it reaches, and of nothing else', async () => {
    const [sender, other] = [await makeSender(), await makeSender()];
    const { key } = await readingKey(sender);
    const headers = { authorization: `Bearer ${key}` };
    const stream = await open(`datasources=${sender.datasourceId}`, headers);
    expect(stream.status).toBe(200);
    await send(sender, { temperature: 21 });
    await until(() => stream.state.text.includes(',21]'));
    expect((await open(`datasources=${other.datasourceId}`, headers)).status).toBe(404);
    expect((await open(`datasources=${sender.datasourceId}`, { authorization: sender.key })).status).toBe(
      403,
    );
  });

  it('has as many streams as it likes: looking after them is no request', async () => {
    const sender = await makeSender();
    const { key } = await readingKey(sender);
    const headers = { authorization: `Bearer ${key}` };
    const opened = [];
    // Fewer than the key may send in a second, more than it could if each look counted.
    for (let i = 0; i < 60; i++) opened.push(await open(`datasources=${sender.datasourceId}`, headers));
    expect(opened.every(({ status }) => status === 200)).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 3_500));
    expect(opened.some(({ state }) => state.ended)).toBe(false);
  });
});

describe('a ticket', () => {
  it('opens one stream, for any page, until the key is revoked', async () => {
    const sender = await makeSender();
    const { id, key } = await readingKey(sender);
    const { status, body } = await makeTicket({ authorization: `Bearer ${key}` }, [sender.datasourceId]);
    expect(status).toBe(201);
    expect(Date.parse(body.expiresAt) - Date.now()).toBeLessThanOrEqual(60_000);
    const stream = await open(`ticket=${body.ticket}`);
    expect([stream.status, stream.headers.get('access-control-allow-origin')]).toEqual([200, '*']);
    await send(sender, { temperature: 22 });
    await until(() => stream.state.text.includes(',22]'));
    expect((await open(`ticket=${body.ticket}`)).status).toBe(401);
    await revokeKey(sender.caller, { datasourceId: sender.datasourceId }, id);
    await until(() => stream.state.ended);
    expect(stream.state.text).toContain('event: end');
  });

  it('is used by one of two who come at once', async () => {
    const sender = await makeSender();
    const { key } = await readingKey(sender);
    const { body } = await makeTicket({ authorization: `Bearer ${key}` }, [sender.datasourceId]);
    const answers = await Promise.all(Array.from({ length: 5 }, () => open(`ticket=${body.ticket}`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401, 401, 401]);
  });

  it('goes on where the stream before it broke off', async () => {
    const sender = await makeSender();
    const { key } = await readingKey(sender);
    const headers = { authorization: `Bearer ${key}` };
    const first = await open(`datasources=${sender.datasourceId}`, headers);
    await until(() => first.state.text.includes('snapshot'));
    const lastEventId = /^id: (.*)$/m.exec(first.state.text)?.[1] ?? '';
    const { body } = await makeTicket(headers, [sender.datasourceId]);
    await send(sender, { a: 1 });
    await until(() => first.state.text.includes('event: frame'));
    const next = await open(`ticket=${body.ticket}&lastEventId=${lastEventId}`);
    await until(() => next.state.text.includes('event: frame'));
    expect(next.state.text).not.toContain('event: snapshot');
  });

  it('is refused when it is old, made up, or when nobody made it', async () => {
    const sender = await makeSender();
    const { key } = await readingKey(sender);
    const { body } = await makeTicket({ authorization: `Bearer ${key}` }, [sender.datasourceId]);
    await pool().query("update live_ticket set expires_at = now() - interval '1 second'");
    for (const ticket of [body.ticket, `twt_${'a'.repeat(32)}`, '', 'x'.repeat(5_000), '%00'])
      expect((await open(`ticket=${ticket}`)).status).toBe(401);
  });

  it('is made with a key that reads, for what that key reaches', async () => {
    const [sender, other] = [await makeSender(), await makeSender()];
    const { key } = await readingKey(sender);
    const headers = { authorization: `Bearer ${key}` };
    const codes = [
      await makeTicket({}, [sender.datasourceId]),
      await makeTicket({ cookie: sender.cookie }, [sender.datasourceId]),
      await makeTicket({ authorization: sender.key }, [sender.datasourceId]),
      await makeTicket(headers, [sender.datasourceId, other.datasourceId]),
      await makeTicket(headers, []),
    ].map(({ status, body }) => [status, body.code]);
    expect(codes).toEqual([
      [401, 'unauthenticated'],
      [403, 'forbidden'],
      [403, 'insufficient_scope'],
      [404, 'not_found'],
      [400, 'invalid_request'],
    ]);
  });
});

describe('the programs of the documentation', () => {
  const installed = (program: string) => spawnSync(program, ['--version']).status === 0;

  async function run(program: string, flags: string[], code: string, sender: TestSender) {
    const { key } = await readingKey(sender);
    const child = spawn(program, [...flags, code], { env: { ...process.env, [KEY_VARIABLE]: key } });
    started.push(child);
    const output = { text: '' };
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => {
        output.text += text;
      });
    return output;
  }

  const given = (sender: TestSender) => ({ origin, datasourceId: sender.datasourceId });
  const programs = [
    { snippet: node, program: process.execPath, flags: ['--input-type=module', '-e'] },
    { snippet: python, program: 'python3', flags: ['-c'] },
  ].filter(({ program }) => installed(program));

  it.each(programs)(
    '$snippet.label prints what arrives, and goes on after a cut',
    async ({ snippet, program, flags }) => {
      const sender = await makeSender();
      await send(sender, { temperature: 21.25 });
      const output = await run(program, flags, snippet.code(given(sender)), sender);
      await until(() => output.text.includes('temperature 21.25'));
      await send(sender, { temperature: 22, state: 'on' });
      await until(() => output.text.includes('temperature 22') && output.text.includes('state on'));
      for (const stream of streams) stream.destroy();
      await send(sender, { temperature: 23 });
      await until(() => output.text.includes('temperature 23'));
      expect(output.text.match(/temperature 22/g)?.length).toBe(1);
    },
  );

  it.runIf(installed('curl'))('curl shows the stream', async () => {
    const sender = await makeSender();
    const output = await run('bash', ['-c'], curl.code(given(sender)), sender);
    await until(() => output.text.includes('event: snapshot'));
  });

  it('the one for pages names the instance and holds no key', () => {
    const code = browser.code({ origin, datasourceId: 'dsr_1' });
    expect(code).toContain(`${origin}/api/live?ticket=`);
    expect(code).not.toContain(KEY_VARIABLE);
  });
});
