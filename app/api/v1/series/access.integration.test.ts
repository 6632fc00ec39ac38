import { beforeAll, describe, expect, it } from 'vitest';
import * as states from '@/app/api/v1/datasources/[id]/states/route';
import * as latest from '@/app/api/v1/latest/route';
import * as state from '@/app/api/v1/state/route';
import { makeSender, type TestSender } from '@/lib/ingest/test-sender';
import type { RouteHandler } from '@/lib/route';
import { makeSharedScene } from '@/lib/scene/test-shared-scene';
import { write } from '@/lib/telemetry/test-write';
import { useTestDatabase } from '@/lib/test-database';
import * as series from './route';

useTestDatabase();

const AT = Date.now() - 60_000;

type Asked = { id: string; share?: string; cookie?: string };
type Case = {
  name: string;
  ask: (asked: Asked) => { handler: RouteHandler; query: Record<string, string>; body?: unknown };
  /** What a good answer holds. */
  has: (answer: Record<string, unknown[]>) => unknown;
};

const CASES: Case[] = [
  {
    name: 'series, asked in the address',
    ask: ({ id, share }) => ({
      handler: series.GET,
      query: { metrics: `${id}:a`, from: String(AT - 1_000), ...(share ? { share } : {}) },
    }),
    has: (answer) => answer.series?.length,
  },
  {
    name: 'series, asked in a body',
    ask: ({ id, share }) => ({
      handler: series.POST,
      query: {},
      body: { metrics: [{ datasourceId: id, key: 'a' }], from: AT - 1_000, ...(share ? { share } : {}) },
    }),
    has: (answer) => answer.series?.length,
  },
  {
    name: 'latest',
    ask: ({ id, share }) => ({ handler: latest.GET, query: share ? { share } : { datasources: id } }),
    has: (answer) => answer.values?.length,
  },
  {
    name: 'state',
    ask: ({ id, share }) => ({
      handler: state.GET,
      query: { at: String(AT + 1_000), ...(share ? { share } : { datasources: id }) },
    }),
    has: (answer) => answer.values?.length,
  },
  {
    name: 'states',
    ask: ({ share }) => ({
      handler: states.GET,
      query: { metric: 'a', from: String(AT - 1_000), ...(share ? { share } : {}) },
    }),
    has: (answer) => answer.intervals?.length,
  },
];

let own: TestSender;
let foreign: TestSender;
let token: string;

async function makeOne(): Promise<TestSender> {
  const sender = await makeSender();
  await write(sender, [{ at: AT, values: { a: 1 } }]);
  return sender;
}

beforeAll(async () => {
  [own, foreign] = [await makeOne(), await makeOne()];
  ({ token } = await makeSharedScene(own));
});

async function send(route: Case, asked: Asked) {
  const { handler, query, body } = route.ask(asked);
  const request = new Request(`http://localhost/api/v1/x?${new URLSearchParams(query)}`, {
    method: body ? 'POST' : 'GET',
    headers: {
      ...(asked.cookie ? { cookie: asked.cookie } : {}),
      ...(body ? { 'content-type': 'application/json' } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const answer = await handler(request, { params: Promise.resolve({ id: asked.id }) });
  return { status: answer.status, json: await answer.json() };
}

describe.each(CASES)('$name', (route) => {
  it('is told to members of the workspace', async () => {
    const { status, json } = await send(route, { id: own.datasourceId, cookie: own.cookie });
    expect([status, route.has(json)]).toEqual([200, 1]);
  });

  it('is refused without a session; foreign and missing are the same', async () => {
    expect((await send(route, { id: own.datasourceId })).status).toBe(401);
    const answers = await Promise.all(
      [foreign.datasourceId, 'dsr_000000000000000000000'].map((id) =>
        send(route, { id, cookie: own.cookie }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([404, 404]);
    expect({ ...answers[0]?.json, requestId: '' }).toEqual({ ...answers[1]?.json, requestId: '' });
  });

  it('is told to who holds a public link, of the datasources of its scene only', async () => {
    const { status, json } = await send(route, { id: own.datasourceId, share: token });
    expect([status, route.has(json)]).toEqual([200, 1]);
    const wrong = await send(route, { id: own.datasourceId, share: 'tws_00000000000000000000000000000000' });
    expect(wrong.status).toBe(404);
    const other = await send(route, { id: foreign.datasourceId, share: token });
    // These name no datasource: the link alone says which.
    if (/latest|state$/.test(route.name)) expect(other.json).toMatchObject({ metrics: json.metrics });
    else expect(other.status).toBe(404);
  });
});
