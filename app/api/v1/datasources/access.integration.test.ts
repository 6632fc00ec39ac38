import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { listKeys } from '@/lib/api-key/list-keys';
import { prisma } from '@/lib/database';
import { createDatasource } from '@/lib/datasource/create-datasource';
import type { RouteHandler } from '@/lib/route';
import { useTestDatabase } from '@/lib/test-database';
import { makeMember, type TestMember } from '@/lib/test-member';
import { CASES, type Case } from './test-access-cases';

useTestDatabase();

let owner: TestMember;
let viewer: TestMember;
let stranger: TestMember;
let params: Record<string, string>;

beforeAll(async () => {
  owner = await makeMember();
  viewer = await makeMember({ role: 'viewer', beside: owner.caller });
  stranger = await makeMember();
  const made = await createDatasource(owner.caller, { type: 'api_ingest', name: 'Press', description: '' });
  const [key] = await listKeys(owner.caller, made.datasource.id);
  const { id } = await prisma().metric.create({
    data: { datasourceId: made.datasource.id, key: 'temperature', kind: 'number' },
  });
  const kept = await prisma().ingestRequest.create({
    data: {
      datasourceId: made.datasource.id,
      status: 200,
      endpoint: 'own',
      exchange: { method: 'POST', target: '/api/ingest', headers: [['content-type', 'application/json']] },
      body: Buffer.from('{"temperature": 1}'),
      bodyBytes: 18,
      messages: 1,
      readings: 1,
      durationUs: 900,
    },
  });
  params = {
    id: made.datasource.id,
    keyId: key?.id ?? '',
    metricId: String(id),
    requestId: String(kept.id),
  };
});

async function ask(
  { handler, method, query = '' }: Case,
  { cookie, body, with: given = params }: { cookie?: string; body?: unknown; with?: Record<string, string> },
): Promise<{ status: number; answer: Record<string, unknown> }> {
  const request = new Request(`http://localhost/api/v1/datasources${query}`, {
    method,
    headers: { ...(cookie ? { cookie } : {}), ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const response = await handler(request, { params: Promise.resolve(given) });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json');
  return { status: response.status, answer: text && isJson ? JSON.parse(text) : {} };
}

/** Everything that a refused request must leave as it was. */
const state = async () =>
  JSON.stringify(
    [
      await prisma().datasource.findMany({ orderBy: { id: 'asc' } }),
      await prisma().metric.findMany(),
      await prisma().apiKey.findMany({ omit: { hash: true }, orderBy: { id: 'asc' } }),
    ],
    (_, value: unknown) => (typeof value === 'bigint' ? Number(value) : value),
  );

it('has a case for every route but series and states, which have tests of their own', async () => {
  const files = fs
    .readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
    .filter((file) => path.basename(file) === 'route.ts' && !/series|states/.test(file));
  const found: RouteHandler[] = [];
  for (const file of files) {
    const module: Record<string, RouteHandler> = await import(path.join(import.meta.dirname, file));
    found.push(
      ...Object.entries(module).flatMap(([name, handler]) => (/^[A-Z]+$/.test(name) ? handler : [])),
    );
  }
  const tested = new Set(CASES.map(({ handler }) => handler));
  expect(
    found.filter((handler) => !tested.has(handler)).map((handler) => handler.definition.summary),
  ).toEqual([]);
  expect(found.length).toBe(tested.size);
});

describe.each(CASES)('$name', (route) => {
  it('is refused without a session', async () => {
    const before = await state();
    expect(await ask(route, { body: route.body })).toMatchObject({
      status: 401,
      answer: { code: 'unauthenticated' },
    });
    expect(await state()).toBe(before);
  });

  it(`a viewer ${route.viewer}`, async () => {
    const before = await state();
    const { status } = await ask(route, { cookie: viewer.cookie, body: route.body });
    if (route.viewer === 'may') expect(status).toBe(200);
    else {
      expect(status).toBe(403);
      expect(await state()).toBe(before);
    }
  });

  it.runIf(route.foreign !== false)('of another workspace is as missing as one that never was', async () => {
    const before = await state();
    const foreign = await ask(route, { cookie: stranger.cookie, body: route.body });
    const missing = await ask(route, {
      cookie: stranger.cookie,
      body: route.body,
      with: {
        ...params,
        id: 'dsr_000000000000000000000',
        keyId: 'key_000000000000000000000',
        metricId: '99999',
      },
    });
    expect(foreign.status).toBe(404);
    const { requestId: _, ...one } = foreign.answer;
    const { requestId: __, ...other } = missing.answer;
    expect(one).toEqual(other);
    expect(await state()).toBe(before);
    const malformed = await ask(route, {
      cookie: owner.cookie,
      body: route.body,
      with: { ...params, id: '../x' },
    });
    expect(malformed.status).toBe(404);
  });

  it.runIf(route.bad)('names the field at fault', async () => {
    const before = await state();
    const [body, pointer] = route.bad ?? [];
    const { status, answer } = await ask(route, { cookie: owner.cookie, body });
    expect(status).toBe(400);
    expect(answer.errors).toEqual([expect.objectContaining({ pointer })]);
    expect(await state()).toBe(before);
  });
});

describe('the answers', () => {
  it('have the form that they promise', async () => {
    for (const route of CASES.filter(({ handler }) => handler.definition.response)) {
      const { status, answer } = await ask(route, { cookie: owner.cookie, body: route.body });
      expect([200, 201]).toContain(status);
      const checked = route.handler.definition.response?.safeParse(answer);
      expect(checked?.error?.issues ?? []).toEqual([]);
      expect(checked?.data).toEqual(answer); // nothing beyond what is promised
    }
  });

  it('show a key once, with the address to send to', async () => {
    const create = CASES[1];
    if (!create) throw new Error('the case is missing');
    const { answer } = await ask(create, { cookie: owner.cookie, body: { name: 'Gateway' } });
    expect(answer).toMatchObject({
      name: 'Gateway',
      ingestionUrl: expect.stringMatching(/^http:\/\/[^/]+\/api\/ingest\/dsr_/),
      apiKey: { key: expect.stringMatching(/^twk_\w{38}$/) },
    });
  });
});
