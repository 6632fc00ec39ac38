import { beforeAll, describe, expect, it } from 'vitest';
import { GET } from '@/app/api/v1/files/[hash]/route';
import { POST as ROTATE } from '@/app/api/v1/scenes/[id]/share/rotate/route';
import { PUT as SHARE } from '@/app/api/v1/scenes/[id]/share/route';
import { GET as READ_SHARED } from '@/app/api/v1/shared/[token]/route';
import { makeAsset } from '@/lib/asset/test-asset';
import { pumpGlb } from '@/lib/asset/test-models';
import { prisma } from '@/lib/database';
import { getScene } from '@/lib/scene/get-scene';
import { findShare } from '@/lib/scene/read-shared-scene';
import { sceneDatasources } from '@/lib/scene/scene-datasources';
import { sceneDetailSchema } from '@/lib/scene/scene-detail';
import { newShareToken } from '@/lib/scene/share-token';
import { makeScene } from '@/lib/scene/test-scene';
import { useTestDatabase } from '@/lib/test-database';
import { makeMember, type TestMember } from '@/lib/test-member';
import { callRoute } from '@/lib/test-request';

useTestDatabase();

let owner: TestMember;
let viewer: TestMember;
let stranger: TestMember;
let placed: { id: string; hash: string };
let loose: { id: string; hash: string };
let sceneId: string;

beforeAll(async () => {
  owner = await makeMember();
  viewer = await makeMember({ role: 'viewer', beside: owner.caller });
  stranger = await makeMember();
  placed = await makeAsset(owner, { variant: 1 });
  loose = await makeAsset(owner, { variant: 2 });
  sceneId = await makeScene(owner, { assetIds: [placed.id] });
});

const file = (
  hash: string,
  given: { as?: TestMember; share?: string; headers?: Record<string, string> } = {},
) =>
  callRoute(GET, {
    as: given.as,
    params: { hash },
    query: given.share === undefined ? {} : { share: given.share },
    headers: given.headers ?? {},
  });

const share = async (enabled: boolean): Promise<string> => {
  const { json } = await callRoute(SHARE, {
    as: owner,
    method: 'PUT',
    params: { id: sceneId },
    json: { enabled },
  });
  return String(json.token);
};

describe('who may read a file', () => {
  it('members of the workspace, and nobody else', async () => {
    expect((await file(placed.hash, { as: owner })).status).toBe(200);
    expect((await file(placed.hash, { as: viewer })).status).toBe(200);
    expect((await file(placed.hash, { as: stranger })).status).toBe(404);
    expect((await file(placed.hash)).status).toBe(401);
    expect((await file('0'.repeat(64), { as: owner })).status).toBe(404);
    expect((await file('../../etc/passwd', { as: owner })).status).toBe(404);
  });

  it('with a public link, what its scene shows and nothing else', async () => {
    const token = await share(true);
    expect((await file(placed.hash, { share: token })).status).toBe(200);
    expect((await file(placed.hash, { share: token, as: stranger })).status).toBe(200);
    expect((await file(loose.hash, { share: token })).status).toBe(404);
    expect((await file(placed.hash, { share: newShareToken() })).status).toBe(404);
    expect((await file(placed.hash, { share: '' })).status).toBe(404);
    await share(false);
    expect((await file(placed.hash, { share: token })).status).toBe(404);
  });

  it('not a stranger who has uploaded the same file to a workspace that has lost it again', async () => {
    const other = await makeMember();
    const twin = await makeAsset(other, { variant: 1 });
    expect((await file(twin.hash, { as: other })).status).toBe(200);
    await prisma().asset.delete({ where: { id: twin.id } });
    await prisma().modelFile.deleteMany({ where: { workspaceId: other.caller.workspaceId } });
    expect((await file(twin.hash, { as: other })).status).toBe(404);
  });
});

describe('how a file is served', () => {
  it('whole, as data, and for ever', async () => {
    const { status, headers, bytes } = await file(placed.hash, { as: owner });
    expect(status).toBe(200);
    expect(bytes.equals(await pumpGlb(1))).toBe(true);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'model/gltf-binary',
      'content-length': String(bytes.length),
      'cache-control': 'private, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'content-disposition': `attachment; filename="${placed.hash.slice(0, 12)}.glb"`,
      'content-security-policy': "default-src 'none'; sandbox",
      'accept-ranges': 'bytes',
    });
    const again = await file(placed.hash, {
      as: owner,
      headers: { 'if-none-match': headers.get('etag') ?? '' },
    });
    expect(again).toMatchObject({ status: 304 });
    expect(again.bytes).toHaveLength(0);
  });

  it.each([
    ['bytes=0-3', 206, 0, 4],
    ['bytes=4-', 206, 4, undefined],
    ['bytes=-8', 206, -8, undefined],
    ['bytes=0-99999999', 206, 0, undefined],
    ['bytes=5-2', 200, 0, undefined],
    ['bytes=0-1,4-5', 200, 0, undefined],
    ['lines=0-3', 200, 0, undefined],
  ])('answers the range %s with %i', async (range, status, start, end) => {
    const whole = await pumpGlb(1);
    const answer = await file(placed.hash, { as: owner, headers: { range } });
    expect(answer.status).toBe(status);
    expect(answer.bytes.equals(whole.subarray(start, end))).toBe(true);
    if (status === 206)
      expect(answer.headers.get('content-range')).toMatch(new RegExp(`^bytes \\d+-\\d+/${whole.length}$`));
  });

  it('refuses a range outside, and ignores one that was asked of another version', async () => {
    const outside = await file(placed.hash, { as: owner, headers: { range: 'bytes=99999999-' } });
    expect(outside.status).toBe(416);
    expect(outside.headers.get('content-range')).toMatch(/^bytes \*\/\d+$/);
    const other = { range: 'bytes=0-3', 'if-range': '"another"' };
    expect((await file(placed.hash, { as: owner, headers: other })).status).toBe(200);
  });
});

describe('the public link', () => {
  const read = (token: string) => callRoute(READ_SHARED, { params: { token } });

  it('is on, off and replaced', async () => {
    const first = await share(true);
    expect(first).toMatch(/^tws_[\w-]{32}$/);
    expect(await share(true)).toBe(first);
    expect((await read(first)).status).toBe(200);

    const rotate = () => callRoute(ROTATE, { as: owner, method: 'POST', params: { id: sceneId } });
    const second = String((await rotate()).json.token);
    expect(second).not.toBe(first);
    expect((await read(first)).status).toBe(404);
    expect((await read(second)).status).toBe(200);

    await share(false);
    expect((await read(second)).status).toBe(404);
    expect((await rotate()).status).toBe(409);
    expect(await share(true)).not.toBe(second);
    await share(false);
  });

  it('shows the scene with addresses that it opens, and tells nothing of who owns it', async () => {
    const token = await share(true);
    const { json, headers } = await read(token);
    expect(headers.get('cache-control')).toBe('no-store');
    const scene = sceneDetailSchema.parse(json);
    const url = new URL(scene.assets[0]?.modelUrl ?? '', 'http://localhost');
    expect(
      (await file(url.pathname.split('/').at(-1) ?? '', { share: url.searchParams.get('share') ?? '' }))
        .status,
    ).toBe(200);
    const text = JSON.stringify(json);
    expect(text).not.toContain(owner.caller.workspaceId);
    expect(text).not.toContain(owner.caller.userId);
    await share(false);
  });

  it('opens its own scene only, and only while it is on', async () => {
    const token = await share(true);
    const reader = await findShare(token);
    const other = await makeScene(owner, { assetIds: [loose.id] });
    await expect(getScene(reader, other)).rejects.toMatchObject({ code: 'not_found' });
    await expect(sceneDatasources(reader, other)).rejects.toMatchObject({ code: 'not_found' });
    expect((await getScene(reader, sceneId)).id).toBe(sceneId);
    await share(false);
    await expect(getScene(reader, sceneId)).rejects.toMatchObject({ code: 'not_found' });
    await expect(findShare(token)).rejects.toMatchObject({ code: 'not_found' });
  });
});
