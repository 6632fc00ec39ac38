import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { listKeys } from '@/lib/api-key/list-keys';
import { prisma } from '@/lib/database';
import { createDatasource } from '@/lib/datasource/create-datasource';
import type { RouteHandler } from '@/lib/route';
import { useTestDatabase } from '@/lib/test-database';
import { makeMember, type TestMember } from '@/lib/test-member';
import * as example from './[id]/example/route';
import * as exported from './[id]/export/route';
import * as fields from './[id]/fields/route';
import * as extend from './[id]/keys/[keyId]/extend/route';
import * as regenerate from './[id]/keys/[keyId]/regenerate/route';
import * as revoke from './[id]/keys/[keyId]/revoke/route';
import * as keys from './[id]/keys/route';
import * as metric from './[id]/metrics/[metricId]/route';
import * as metrics from './[id]/metrics/route';
import * as readings from './[id]/readings/route';
import * as refusals from './[id]/refusals/route';
import * as requestHistory from './[id]/request-history/route';
import * as check from './[id]/requests/[requestId]/check/route';
import * as replay from './[id]/requests/[requestId]/replay/route';
import * as request from './[id]/requests/[requestId]/route';
import * as requests from './[id]/requests/route';
import * as retentionPreview from './[id]/retention/preview/route';
import * as retention from './[id]/retention/route';
import * as datasource from './[id]/route';
import * as testReading from './[id]/test-reading/route';
import * as usage from './[id]/usage/route';
import * as datasources from './route';

useTestDatabase();

type Case = {
  name: string;
  handler: RouteHandler;
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  query?: string;
  body?: unknown;
  /** A body that is refused, and the field that is at fault. */
  bad?: [body: unknown, pointer: string];
  viewer: 'may' | 'may not';
  /** Without an id in its address there is nothing foreign to ask for. */
  foreign?: false;
};

const CASES: Case[] = [
  { name: 'list', handler: datasources.GET, method: 'GET', viewer: 'may', foreign: false },
  {
    name: 'create',
    handler: datasources.POST,
    method: 'POST',
    body: { name: 'New' },
    bad: [{ name: ' ' }, '/name'],
    viewer: 'may not',
    foreign: false,
  },
  { name: 'read', handler: datasource.GET, method: 'GET', viewer: 'may' },
  {
    name: 'update',
    handler: datasource.PATCH,
    method: 'PATCH',
    body: { name: 'Changed' },
    bad: [{ staleAfterSeconds: 1 }, '/staleAfterSeconds'],
    viewer: 'may not',
  },
  { name: 'usage', handler: usage.GET, method: 'GET', viewer: 'may' },
  { name: 'export', handler: exported.GET, method: 'GET', viewer: 'may' },
  {
    name: 'count readings',
    handler: readings.GET,
    method: 'GET',
    query: '?from=0&to=1000',
    viewer: 'may not',
  },
  {
    name: 'delete readings',
    handler: readings.DELETE,
    method: 'DELETE',
    query: '?from=0&to=1000',
    viewer: 'may not',
  },
  { name: 'example', handler: example.GET, method: 'GET', viewer: 'may' },
  { name: 'metrics', handler: metrics.GET, method: 'GET', viewer: 'may' },
  {
    name: 'update metric',
    handler: metric.PATCH,
    method: 'PATCH',
    body: { unit: '°C' },
    bad: [{ unit: 'x'.repeat(21) }, '/unit'],
    viewer: 'may not',
  },
  {
    name: 'test reading',
    handler: testReading.POST,
    method: 'POST',
    body: { body: { temperature: 42.5 } },
    bad: [{ body: 5 }, '/body'],
    viewer: 'may not',
  },
  { name: 'refusals', handler: refusals.GET, method: 'GET', viewer: 'may' },
  { name: 'requests', handler: requests.GET, method: 'GET', viewer: 'may' },
  { name: 'request', handler: request.GET, method: 'GET', viewer: 'may' },
  {
    name: 'check request',
    handler: check.POST,
    method: 'POST',
    body: {},
    bad: [{ query: 5 }, '/query'],
    viewer: 'may',
  },
  {
    name: 'replay request',
    handler: replay.POST,
    method: 'POST',
    body: {},
    bad: [{ body: 'not base64!' }, '/body'],
    viewer: 'may not',
  },
  { name: 'request history', handler: requestHistory.GET, method: 'GET', viewer: 'may' },
  { name: 'fields', handler: fields.GET, method: 'GET', viewer: 'may' },
  {
    name: 'save fields',
    handler: fields.PUT,
    method: 'PUT',
    body: { rules: { ignored: ['uptime'] } },
    bad: [{ rules: { ignored: 'uptime' } }, '/rules/ignored'],
    viewer: 'may not',
  },
  {
    name: 'preview retention',
    handler: retentionPreview.POST,
    method: 'POST',
    body: { retention: { rawDays: 30, summaryYears: null } },
    bad: [{ retention: { rawDays: -1, summaryYears: null } }, '/retention/rawDays'],
    viewer: 'may not',
  },
  {
    name: 'set retention',
    handler: retention.PUT,
    method: 'PUT',
    body: { retention: null },
    bad: [{ retention: { rawDays: 1.5, summaryYears: null } }, '/retention/rawDays'],
    viewer: 'may not',
  },
  { name: 'keys', handler: keys.GET, method: 'GET', viewer: 'may not' },
  {
    name: 'create key',
    handler: keys.POST,
    method: 'POST',
    body: {},
    bad: [{ expiresInDays: 0 }, '/expiresInDays'],
    viewer: 'may not',
  },
  {
    name: 'regenerate key',
    handler: regenerate.POST,
    method: 'POST',
    body: { graceSeconds: 60 },
    bad: [{ graceSeconds: -1 }, '/graceSeconds'],
    viewer: 'may not',
  },
  {
    name: 'extend grace period',
    handler: extend.POST,
    method: 'POST',
    body: { seconds: 60 },
    bad: [{ seconds: 'long' }, '/seconds'],
    viewer: 'may not',
  },
  { name: 'revoke key', handler: revoke.POST, method: 'POST', viewer: 'may not' },
  { name: 'delete', handler: datasource.DELETE, method: 'DELETE', viewer: 'may not' },
];

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
