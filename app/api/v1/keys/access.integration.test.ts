import { beforeAll, describe, expect, it } from 'vitest';
import { listWorkspaceKeys } from '@/lib/api-key/list-keys';
import { makeTestKey } from '@/lib/api-key/test-key';
import { prisma } from '@/lib/database';
import type { RouteHandler } from '@/lib/route';
import { useTestDatabase } from '@/lib/test-database';
import { makeMember, type TestMember } from '@/lib/test-member';
import { callRoute } from '@/lib/test-request';
import * as extend from './[keyId]/extend/route';
import * as regenerate from './[keyId]/regenerate/route';
import * as revoke from './[keyId]/revoke/route';
import * as keys from './route';

useTestDatabase();

type Case = {
  name: string;
  handler: RouteHandler;
  method: 'GET' | 'POST';
  json?: unknown;
  /** A body that is refused, and the field that is at fault. */
  bad?: [json: unknown, pointer: string];
  /** Names a key in its address. */
  ofKey?: true;
};

const CASES: Case[] = [
  { name: 'list', handler: keys.GET, method: 'GET' },
  {
    name: 'create',
    handler: keys.POST,
    method: 'POST',
    json: { datasourceIds: null },
    bad: [{ datasourceIds: null, allowedAddresses: ['10.0.0.0/8', 'plant.example'] }, '/allowedAddresses/1'],
  },
  {
    name: 'regenerate',
    handler: regenerate.POST,
    method: 'POST',
    json: { graceSeconds: 60 },
    bad: [{ graceSeconds: -1 }, '/graceSeconds'],
    ofKey: true,
  },
  {
    name: 'extend',
    handler: extend.POST,
    method: 'POST',
    json: { seconds: 60 },
    bad: [{ seconds: 'long' }, '/seconds'],
    ofKey: true,
  },
  { name: 'revoke', handler: revoke.POST, method: 'POST', ofKey: true },
];

let owner: TestMember;
let viewer: TestMember;
let stranger: TestMember;
let params: Record<string, string>;

beforeAll(async () => {
  owner = await makeMember();
  viewer = await makeMember({ role: 'viewer', beside: owner.caller });
  stranger = await makeMember();
  const { id } = await makeTestKey(owner.caller, { reach: null, name: 'Gateway' });
  params = { keyId: id };
});

/** Everything that a refused request must leave as it was. */
const state = async () =>
  JSON.stringify(await prisma().apiKey.findMany({ omit: { hash: true }, orderBy: { id: 'asc' } }));

describe.each(CASES)('$name', ({ handler, method, json, bad, ofKey }) => {
  const ask = (as: TestMember | undefined, body = json, named = params) =>
    callRoute(handler, { method, as, params: named, json: body });

  it('is refused without a session, and to a viewer', async () => {
    const before = await state();
    expect(await ask(undefined)).toMatchObject({ status: 401, json: { code: 'unauthenticated' } });
    expect(await ask(viewer)).toMatchObject({ status: 403, json: { code: 'forbidden' } });
    expect(await state()).toBe(before);
  });

  it.runIf(ofKey)('of another workspace is as missing as one that never was', async () => {
    const before = await state();
    const { json: foreign, status } = await ask(stranger);
    const { json: missing } = await ask(stranger, json, { keyId: 'key_000000000000000000000' });
    expect(status).toBe(404);
    expect({ ...foreign, requestId: '' }).toEqual({ ...missing, requestId: '' });
    expect((await ask(owner, json, { keyId: '../x' })).status).toBe(404);
    expect(await state()).toBe(before);
  });

  it.runIf(bad)('names the field at fault', async () => {
    const before = await state();
    const [body, pointer] = bad ?? [];
    const answer = await ask(owner, body);
    expect(answer.status).toBe(400);
    expect(answer.json.errors).toEqual([expect.objectContaining({ pointer })]);
    expect(await state()).toBe(before);
  });
});

it('answers in the form that it promises, and shows a key once', async () => {
  const made = await callRoute(keys.POST, { as: owner, json: { datasourceIds: null, name: 'Once' } });
  expect(made).toMatchObject({ status: 201, json: { key: expect.stringMatching(/^twk_\w{38}$/) } });
  const listed = await callRoute(keys.GET, { as: owner });
  expect(keys.GET.definition.response?.parse(listed.json)).toEqual(listed.json);
  expect(JSON.stringify(listed.json)).not.toContain(made.json.key);
  expect(await listWorkspaceKeys(stranger.caller)).toEqual([]);
});
