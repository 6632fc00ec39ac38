import { beforeAll, describe, expect, it } from 'vitest';
import * as audit from '@/app/api/v1/audit/route';
import { pool } from '@/lib/database';
import { makeSender, type TestSender } from '@/lib/ingest/test-sender';
import type { RouteHandler } from '@/lib/route';
import { sealDays, sealLateMessages } from '@/lib/telemetry/seal/run-sealing';
import { sealRun } from '@/lib/telemetry/seal/test-history';
import { write } from '@/lib/telemetry/test-write';
import { countUsage } from '@/lib/telemetry/usage/count-usage';
import type { Storage } from '@/lib/telemetry/usage/schema';
import { useTestDatabase } from '@/lib/test-database';
import { makeMember, type TestMember } from '@/lib/test-member';
import * as preview from './retention/preview/route';
import * as retention from './retention/route';
import * as storage from './route';

useTestDatabase();

const DAY_MS = 86_400_000;
const KEEP = { retention: { rawDays: 365, summaryYears: 10 }, storageBytesMax: 50_000_000 };
const CASES: { name: string; handler: RouteHandler; method: string; body?: unknown; viewer: number }[] = [
  { name: 'read', handler: storage.GET, method: 'GET', viewer: 200 },
  { name: 'preview', handler: preview.POST, method: 'POST', body: KEEP, viewer: 403 },
  { name: 'save', handler: retention.PUT, method: 'PUT', body: KEEP, viewer: 403 },
  { name: 'audit', handler: audit.GET, method: 'GET', viewer: 403 },
];

let owner: TestSender;
let viewer: TestMember;
let stranger: TestSender;

beforeAll(async () => {
  owner = await makeSender();
  viewer = await makeMember({ role: 'viewer', beside: owner.caller });
  stranger = await makeSender();
});

async function ask(
  { handler, method, body }: { handler: RouteHandler; method: string; body?: unknown },
  cookie?: string,
) {
  const request = new Request('http://localhost/api/v1/storage', {
    method,
    headers: { ...(cookie ? { cookie } : {}), ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const response = await handler(request, { params: Promise.resolve({}) });
  const text = await response.text();
  const answer = text ? JSON.parse(text) : {};
  const checked = response.ok ? handler.definition.response?.safeParse(answer) : undefined;
  if (checked) expect(checked.data).toEqual(answer);
  return { status: response.status, answer };
}

describe.each(CASES)('$name', (route) => {
  it('needs a session, and a role that may', async () => {
    expect(await ask(route)).toMatchObject({ status: 401, answer: { code: 'unauthenticated' } });
    expect((await ask(route, viewer.cookie)).status).toBe(route.viewer);
    expect((await ask(route, owner.cookie)).status).toBeLessThan(300);
  });
});

it('names the field at fault', async () => {
  const body = { ...KEEP, storageBytesMax: 5 };
  const { status, answer } = await ask(
    { ...retention, handler: retention.PUT, method: 'PUT', body },
    owner.cookie,
  );
  expect([status, answer.errors]).toEqual([400, [expect.objectContaining({ pointer: '/storageBytesMax' })]]);
});

it('tells what each datasource of the own workspace takes, and what a change would drop', async () => {
  const today = Math.floor(Date.now() / DAY_MS) * DAY_MS;
  const messages = Array.from({ length: 400 }, (_, i) => ({
    at: today - 100 * DAY_MS + i * 6 * 3_600_000,
    values: { a: i / 100, b: i },
  }));
  await write(owner, messages);
  await sealDays(sealRun(Date.now()));
  await sealLateMessages(sealRun(Date.now()));
  await countUsage(Date.now());
  const read = async (): Promise<Storage> =>
    (await ask({ handler: storage.GET, method: 'GET' }, owner.cookie)).answer;
  const before = await read();
  expect(before.datasources).toHaveLength(1);
  const [own] = before.datasources;
  expect(own?.sealed.readings).toBeGreaterThan(780);
  expect((own?.sealed.readings ?? 0) + 2 * (own?.hot.messages ?? 0)).toBe(800);
  expect(own?.oldest).toBe(new Date(today - 100 * DAY_MS).toISOString().slice(0, 10));
  expect(before.bytes).toBe(own?.bytes);
  const foreign = await ask({ handler: storage.GET, method: 'GET' }, stranger.cookie);
  expect(foreign.answer.datasources.map(({ id }: { id: string }) => id)).toEqual([stranger.datasourceId]);
  expect(foreign.answer.bytes).toBe(0);

  const body = { retention: { rawDays: 50, summaryYears: null }, storageBytesMax: null };
  const loss = await ask({ handler: preview.POST, method: 'POST', body }, owner.cookie);
  expect(loss.answer.readings).toBeGreaterThan(380);
  expect(loss.answer.readings).toBeLessThan(420);
  expect(await read()).toEqual(before);
  await ask({ handler: retention.PUT, method: 'PUT', body }, owner.cookie);
  expect((await read()).retention).toEqual(body.retention);
  const entries = await ask({ handler: audit.GET, method: 'GET' }, owner.cookie);
  expect(entries.answer.entries[0]).toMatchObject({
    action: 'retention.change',
    user: { id: owner.caller.userId },
    detail: body,
  });
  expect((await ask({ handler: audit.GET, method: 'GET' }, stranger.cookie)).answer.entries).toEqual([]);
  const { rows } = await pool().query('select retention from workspace where id = $1', [
    stranger.caller.workspaceId,
  ]);
  expect(rows).toEqual([{ retention: null }]);
});
