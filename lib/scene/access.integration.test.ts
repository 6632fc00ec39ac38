import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeAsset } from '@/lib/asset/test-asset';
import { prisma } from '@/lib/database';
import type { RouteHandler } from '@/lib/route';
import { useTestDatabase } from '@/lib/test-database';
import { makeMember, type TestMember } from '@/lib/test-member';
import { callRoute } from '@/lib/test-request';
import { documentOf, makeScene } from './test-scene';

/**
 * Every route of assets and scenes, asked by those who may not: a stranger is told what a missing thing is told, a
 * viewer may not change, nobody gets in without a session. A route without a row here fails.
 */
useTestDatabase();

type Row = {
  file: string;
  method: string;
  /** What a call that would be good sends. */
  json?: unknown;
  body?: BodyInit;
  headers?: Record<string, string>;
  /** Whether a viewer may. */
  viewer: boolean;
  /** Nothing that could be another's is named. */
  ownOnly?: boolean;
};

const document = { revision: 1, document: { schemaVersion: 1, widgets: [] } };
const scene = { revision: 1, document: documentOf() };
const png = { body: 'x', headers: { 'content-type': 'image/png' } };

const ROWS: Row[] = [
  { file: 'assets', method: 'GET', viewer: true, ownOnly: true },
  {
    file: 'assets',
    method: 'POST',
    viewer: false,
    ownOnly: true,
    body: 'x',
    headers: { 'content-type': 'model/gltf-binary' },
  },
  { file: 'assets/from-starter', method: 'POST', viewer: false, ownOnly: true, json: { kind: 'pump' } },
  { file: 'assets/[id]', method: 'GET', viewer: true },
  { file: 'assets/[id]', method: 'PATCH', viewer: false, json: { name: 'Mine now' } },
  { file: 'assets/[id]', method: 'DELETE', viewer: false },
  { file: 'assets/[id]/document', method: 'PUT', viewer: false, json: document },
  { file: 'assets/[id]/duplicate', method: 'POST', viewer: false },
  { file: 'assets/[id]/thumbnail', method: 'PUT', viewer: false, ...png },
  { file: 'assets/[id]/usage', method: 'GET', viewer: true },
  { file: 'scenes', method: 'GET', viewer: true, ownOnly: true },
  { file: 'scenes', method: 'POST', viewer: false, ownOnly: true, json: { name: 'x' } },
  { file: 'scenes/[id]', method: 'GET', viewer: true },
  { file: 'scenes/[id]', method: 'PATCH', viewer: false, json: { name: 'Mine now' } },
  { file: 'scenes/[id]', method: 'DELETE', viewer: false },
  { file: 'scenes/[id]/document', method: 'PUT', viewer: false, json: scene },
  { file: 'scenes/[id]/duplicate', method: 'POST', viewer: false },
  { file: 'scenes/[id]/thumbnail', method: 'PUT', viewer: false, ...png },
  { file: 'scenes/[id]/share', method: 'GET', viewer: false },
  { file: 'scenes/[id]/share', method: 'PUT', viewer: false, json: { enabled: true } },
  { file: 'scenes/[id]/share/rotate', method: 'POST', viewer: false },
];

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
const folder = path.join('app', 'api', 'v1');
const load = async (file: string) =>
  (await import(/* @vite-ignore */ path.resolve(folder, file, 'route.ts'))) as Record<string, RouteHandler>;

let owner: TestMember;
let viewer: TestMember;
let stranger: TestMember;
let assetId: string;
let sceneId: string;
const rowsNow = async () => ({
  assets: await prisma().asset.findMany({ orderBy: { id: 'asc' } }),
  scenes: await prisma().scene.findMany({ orderBy: { id: 'asc' } }),
});

beforeAll(async () => {
  owner = await makeMember();
  viewer = await makeMember({ role: 'viewer', beside: owner.caller });
  stranger = await makeMember();
  assetId = (await makeAsset(owner)).id;
  sceneId = await makeScene(owner, { assetIds: [assetId] });
});

const call = async (row: Row, as: TestMember | undefined, id?: string) => {
  const handler = (await load(row.file))[row.method];
  if (!handler) throw new Error(`${row.file} has no ${row.method}`);
  const own = row.file.startsWith('assets') ? assetId : sceneId;
  return callRoute(handler, {
    as,
    method: row.method,
    params: { id: id ?? own },
    ...(row.json === undefined ? {} : { json: row.json }),
    ...(row.body === undefined ? {} : { body: row.body }),
    ...(row.headers ? { headers: row.headers } : {}),
  });
};

it('has a row for every route', async () => {
  const files = ['assets', 'scenes'].flatMap((word) =>
    fs
      .readdirSync(path.join(folder, word), { recursive: true, encoding: 'utf8' })
      .filter((name) => path.basename(name) === 'route.ts')
      .map((name) => path.join(word, path.dirname(name)).replace(/\/\.$/, '')),
  );
  const found: string[] = [];
  for (const file of files) {
    const handlers = await load(file);
    found.push(...METHODS.filter((method) => handlers[method]).map((method) => `${method} ${file}`));
  }
  expect(ROWS.map(({ file, method }) => `${method} ${file}`).sort()).toEqual(found.sort());
});

describe.each(ROWS)('$method $file', (row) => {
  it('asks to sign in', async () => {
    expect((await call(row, undefined)).status).toBe(401);
  });

  it(row.viewer ? 'lets a viewer look' : 'refuses a viewer, and changes nothing', async () => {
    const before = await rowsNow();
    expect((await call(row, viewer)).status).toBe(row.viewer ? 200 : 403);
    expect(await rowsNow()).toEqual(before);
  });

  if (row.ownOnly) return;
  it('answers a stranger as if it were not there, and changes nothing', async () => {
    const before = await rowsNow();
    const foreign = await call(row, stranger);
    const missing = await call(
      row,
      stranger,
      `${row.file.startsWith('assets') ? 'ast' : 'scn'}_0000000000000000`,
    );
    expect(foreign.status).toBe(404);
    expect({ ...foreign.json, requestId: '' }).toEqual({ ...missing.json, requestId: '' });
    expect(await rowsNow()).toEqual(before);
  });
});
