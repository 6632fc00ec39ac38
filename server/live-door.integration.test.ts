import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { pool } from '@/lib/database';
import { linkChart, makeSender, type TestSender } from '@/lib/ingest/test-sender';
import type { LiveSource } from '@/lib/live/live-source';
import { createEventStreamParser, type StreamEvent } from '@/lib/live/parse-event-stream';
import { createTelemetryStore } from '@/lib/live/telemetry-store';
import { createScene } from '@/lib/scene/create-scene';
import { setSharing } from '@/lib/scene/share-scene';
import { useTestDatabase } from '@/lib/test-database';
import { makeMember } from '@/lib/test-member';
import { ingestDoor } from './ingest-door';
import { liveDoor } from './live-door';

useTestDatabase();

/** Patient, as the machine may be busy. */
const until = (condition: () => unknown) => vi.waitUntil(condition, { timeout: 15_000 });

const streams = new Set<http.ServerResponse>();
const server = http.createServer((request, response) => {
  if (request.url?.startsWith('/api/live')) streams.add(response);
  if (!ingestDoor(request, response) && !liveDoor(request, response)) response.writeHead(404).end();
});
let origin: string;
const closing: (() => void)[] = [];

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  for (const close of closing.splice(0)) close();
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

async function send(sender: TestSender, body: unknown) {
  const answer = await fetch(`${origin}/api/ingest/${sender.datasourceId}`, {
    method: 'POST',
    headers: { authorization: sender.key, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(answer.status).toBe(200);
}

/** A raw stream: its events as they come, and whether it ended. */
async function openRaw(query: string, headers: Record<string, string> = {}) {
  const abort = new AbortController();
  closing.push(() => abort.abort());
  const answer = await fetch(`${origin}/api/live?${query}`, { headers, signal: abort.signal });
  const events: (StreamEvent & { json: unknown })[] = [];
  const state = { ended: false };
  const parse = createEventStreamParser((event) => events.push({ ...event, json: JSON.parse(event.data) }));
  const read = async () => {
    for await (const text of answer.body?.pipeThrough(new TextDecoderStream()) ?? []) parse(text);
    state.ended = true;
  };
  if (answer.ok) read().catch(() => {});
  const names = () => events.map(({ event }) => event);
  return { status: answer.status, headers: answer.headers, events, names, state, abort, answer };
}

/** The browser's store, on the real stream. */
function openStore(source: LiveSource, cookie?: string) {
  const store = createTelemetryStore(source, {
    baseUrl: origin,
    fetch: (input, init) =>
      fetch(input, {
        ...init,
        headers: { ...(init?.headers as Record<string, string>), ...(cookie ? { cookie } : {}) },
      }),
  });
  closing.push(store.connect());
  return store;
}

const live = (store: ReturnType<typeof openStore>) =>
  until(() => store.connection().phase === 'live' && store.datasourceIds().length > 0);

async function sharedScene(sender: TestSender) {
  await linkChart(sender, { dataKey: 'output', labelsKey: 'labels', valuesKey: 'values' });
  const { id } = await createScene(sender.caller, { name: 'Line', description: '' });
  const instance = {
    id: 'i1',
    assetId: `ast_${sender.datasourceId.slice(4)}`,
    name: 'Machine',
    position: [0, 0, 0],
    rotation: [0, 0, 0],
    scale: [1, 1, 1],
  };
  await pool().query(`update scene set document = jsonb_set(document, '{instances}', $2) where id = $1`, [
    id,
    JSON.stringify([instance]),
  ]);
  const { token } = await setSharing(sender.caller, id, true);
  return { id, token: token ?? '' };
}

describe('a live stream', () => {
  it('tells everything first, then what changes', async () => {
    const sender = await makeSender();
    await send(sender, { temperature: 20, state: 'on', timestamp: Date.now() - 1_000 });
    const store = openStore({ datasourceIds: [sender.datasourceId] }, sender.cookie);
    await live(store);
    expect(store.reading(sender.datasourceId, 'temperature')?.value).toBe(20);
    expect(store.datasource(sender.datasourceId)).toMatchObject({ name: 'Line', staleAfterMs: 60_000 });
    const heard = vi.fn();
    store.subscribe(sender.datasourceId, 'temperature', heard);
    await send(sender, { temperature: 21, pressure: 3 });
    await until(() => heard.mock.calls.length > 0);
    expect(store.reading(sender.datasourceId, 'temperature')?.value).toBe(21);
    expect(store.metrics(sender.datasourceId).map(({ key }) => key)).toEqual([
      'pressure',
      'state',
      'temperature',
    ]);
  });

  it('gathers a hundred readings into few frames, and the last one is the one that counts', async () => {
    const sender = await makeSender();
    const stream = await openRaw(`datasources=${sender.datasourceId}`, { cookie: sender.cookie });
    await until(() => stream.names().includes('snapshot'));
    const begun = Date.now();
    for (let i = 1; i <= 100; i++) await send(sender, { a: i });
    await until(() => JSON.stringify(stream.events.at(-1)?.json).includes(',100]'));
    const frames = stream.names().filter((name) => name === 'frame').length;
    expect(frames).toBeLessThanOrEqual((Date.now() - begun) / 100 + 2);
    expect(stream.headers.get('content-type')).toContain('text/event-stream');
    expect(stream.headers.get('x-accel-buffering')).toBe('no');
    expect(stream.headers.get('cache-control')).toContain('no-store');
  });

  it('goes on where a reader left off, without a snapshot', async () => {
    const sender = await makeSender();
    const headers = { cookie: sender.cookie };
    const first = await openRaw(`datasources=${sender.datasourceId}`, headers);
    await until(() => first.names().includes('snapshot'));
    await send(sender, { a: 1 });
    await until(() => first.names().includes('frame'));
    const lastId = first.events.at(-1)?.id ?? '';
    first.abort.abort();
    // Three frames, not one: each is waited for by another reader.
    const witness = await openRaw(`datasources=${sender.datasourceId}`, headers);
    await until(() => witness.names().includes('snapshot'));
    for (let i = 2; i <= 4; i++) {
      await send(sender, { a: i });
      await until(() => witness.events.length === i);
    }
    const again = await openRaw(`datasources=${sender.datasourceId}`, {
      ...headers,
      'last-event-id': lastId,
    });
    await until(() => again.events.length >= 3);
    expect(again.names()).not.toContain('snapshot');
    expect(
      again.events.flatMap(({ json }) =>
        (json as { u: [number, number, number][] }).u.map(([, , value]) => value),
      ),
    ).toEqual([2, 3, 4]);
    const stranger = await openRaw(`datasources=${sender.datasourceId}`, {
      ...headers,
      'last-event-id': 'other.5',
    });
    await until(() => stranger.names().includes('snapshot'));
  });

  it('loses nothing over a cut connection', async () => {
    const sender = await makeSender();
    const store = openStore({ datasourceIds: [sender.datasourceId] }, sender.cookie);
    await live(store);
    for (const stream of streams) stream.destroy();
    await send(sender, { a: 7 });
    await until(() => store.reading(sender.datasourceId, 'a')?.value === 7);
    expect(store.connection().phase).toBe('live');
  });

  it('tells a datasource that was refused, and that it is well again', async () => {
    const sender = await makeSender();
    const store = openStore({ datasourceIds: [sender.datasourceId] }, sender.cookie);
    await live(store);
    await fetch(`${origin}/api/ingest/${sender.datasourceId}`, {
      method: 'POST',
      headers: { authorization: sender.key },
      body: '{',
    });
    await until(
      () =>
        store.datasource(sender.datasourceId)?.lastRefusal?.code === 'unsupported_media_type' ||
        store.datasource(sender.datasourceId)?.lastRefusal?.code === 'invalid_json',
    );
    await send(sender, { a: 1 });
    await until(() => store.datasource(sender.datasourceId)?.lastRefusal === null);
  });
});

describe('who may listen', () => {
  it('signed in, to datasources of the own workspace; foreign and missing are the same 404', async () => {
    const [own, foreign] = [await makeSender(), await makeSender()];
    const headers = { cookie: own.cookie };
    expect((await openRaw(`datasources=${own.datasourceId}`)).status).toBe(401);
    const answers = await Promise.all(
      [foreign.datasourceId, 'dsr_000000000000000000000', `${own.datasourceId},${foreign.datasourceId}`].map(
        (ids) => openRaw(`datasources=${ids}`, headers),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    const bodies = await Promise.all(
      answers.map(async ({ answer }) => ({ ...(await answer.json()), requestId: '' })),
    );
    expect(bodies[0]).toEqual(bodies[1]);
    expect((await openRaw('', headers)).status).toBe(400);
    // What no id looks like, and the database could not even be asked for.
    for (const query of ['datasources=%00', 'scene=%00', 'share=%00'])
      expect((await openRaw(query, headers)).status).toBe(404);
    const { id } = await sharedScene(foreign);
    expect((await openRaw(`scene=${id}`, headers)).status).toBe(404);
    expect((await openRaw('share=tws_00000000000000000000000000000000', headers)).status).toBe(404);
  });

  it('who holds a public link, to the datasources of its scene, until it is switched off', async () => {
    const sender = await makeSender();
    const { id, token } = await sharedScene(sender);
    const store = openStore({ share: token });
    await live(store);
    expect(store.datasourceIds()).toEqual([sender.datasourceId]);
    await send(sender, { a: 1 });
    await until(() => store.reading(sender.datasourceId, 'a')?.value === 1);
    await setSharing(sender.caller, id, false);
    const switchedOffAt = Date.now();
    await until(() => store.connection().phase === 'ended');
    expect(Date.now() - switchedOffAt).toBeLessThan(3_000);
    expect(store.connection().end?.code).toBe('not_found');
  });

  it('a member, to a scene and to what is added to it meanwhile', async () => {
    const sender = await makeSender(await makeMember());
    const { id } = await sharedScene(sender);
    const store = openStore({ sceneId: id }, sender.cookie);
    await live(store);
    const added = await makeSender(sender);
    await send(added, { a: 5 });
    await pool().query(
      `update asset set document = jsonb_set(document, '{widgets,1}', $2, true) where workspace_id = $1`,
      [
        sender.caller.workspaceId,
        JSON.stringify({
          id: 'w2',
          kind: 'single_data',
          title: 'A',
          datasourceId: added.datasourceId,
          dataKey: 'a',
        }),
      ],
    );
    await until(() => store.reading(added.datasourceId, 'a')?.value === 5);
  });

  it('not with a method of writing, and not too many from one address', async () => {
    const answer = await fetch(`${origin}/api/live?share=x`, { method: 'POST' });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET']);
    const sender = await makeSender();
    const many = await Promise.all(
      Array.from({ length: 205 }, () =>
        openRaw(`datasources=${sender.datasourceId}`, { cookie: sender.cookie }),
      ),
    );
    const refused = many.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThanOrEqual(5);
    expect(refused[0]?.headers.get('retry-after')).toBe('10');
  });
});
