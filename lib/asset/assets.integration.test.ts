import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { POST as DUPLICATE } from '@/app/api/v1/assets/[id]/duplicate/route';
import { DELETE, PATCH, GET as READ } from '@/app/api/v1/assets/[id]/route';
import { PUT as SET_THUMBNAIL } from '@/app/api/v1/assets/[id]/thumbnail/route';
import { POST as FROM_STARTER } from '@/app/api/v1/assets/from-starter/route';
import { GET as LIST } from '@/app/api/v1/assets/route';
import { prisma } from '@/lib/database';
import { blobs } from '@/lib/storage/blobs';
import { sweepBlobs } from '@/lib/storage/sweep-blobs';
import { useTestDatabase } from '@/lib/test-database';
import { makeMember, type TestMember } from '@/lib/test-member';
import { callRoute } from '@/lib/test-request';
import { makeAsset } from './test-asset';
import { hashOf } from './test-stored-files';

useTestDatabase();

let member: TestMember;
beforeAll(async () => {
  member = await makeMember();
});

describe('assets', () => {
  it('lists the last changed first, and finds by name and file', async () => {
    const other = await makeMember();
    const pump = await makeAsset(other, { variant: 3 });
    const tank = await makeAsset(other, { variant: 4, name: 'Tank' });
    await callRoute(PATCH, {
      as: other,
      method: 'PATCH',
      params: { id: pump.id },
      json: { name: 'Feed pump P-7' },
    });
    const names = async (search: string) => {
      const { json } = await callRoute(LIST, { as: other, query: { search } });
      return (json.assets as { name: string }[]).map((asset) => asset.name);
    };
    expect(await names('')).toEqual(['Feed pump P-7', 'Tank']);
    expect(await names('FEED')).toEqual(['Feed pump P-7']);
    expect(await names('pump.glb')).toHaveLength(2);
    expect(await names('%')).toEqual([]);
    await callRoute(DELETE, { as: other, method: 'DELETE', params: { id: tank.id } });
    expect(await names('')).toEqual(['Feed pump P-7']);
  });

  it('names the field that is wrong', async () => {
    const { id } = await makeAsset(member);
    const { status, json } = await callRoute(PATCH, {
      as: member,
      method: 'PATCH',
      params: { id },
      json: { name: '  ' },
    });
    expect(status).toBe(400);
    expect(json.errors).toMatchObject([{ pointer: '/name' }]);
  });

  it('keeps a model as long as any asset has it', async () => {
    const first = await makeMember();
    const second = await makeMember();
    const mine = await makeAsset(first, { variant: 5 });
    const theirs = await makeAsset(second, { variant: 5 });
    const { hash } = mine;
    expect(theirs.hash).toBe(hash);
    const copy = await callRoute(DUPLICATE, { as: first, method: 'POST', params: { id: mine.id } });
    expect(copy).toMatchObject({ status: 201, json: { name: 'Pump 2', modelUrl: `/api/v1/files/${hash}` } });
    const remove = (as: TestMember, id: string) =>
      callRoute(DELETE, { as, method: 'DELETE', params: { id } });
    expect((await remove(first, mine.id)).status).toBe(204);
    expect(await prisma().modelFile.count({ where: { hash } })).toBe(2);
    await remove(first, String(copy.json.id));
    expect(await blobs().stat(hash)).not.toBeNull();
    await remove(second, theirs.id);
    expect(await blobs().stat(hash)).toBeNull();
    expect(await prisma().modelFile.count({ where: { hash } })).toBe(0);
  });

  it('never loses a model that comes while its last asset goes', async () => {
    const members = await Promise.all([makeMember(), makeMember()]);
    let standing = await Promise.all(members.map((as) => makeAsset(as, { variant: 6 })));
    for (let round = 0; round < 10; round++) {
      const gone = standing.map(({ id }, i) =>
        callRoute(DELETE, { as: members[i], method: 'DELETE', params: { id } }),
      );
      standing = await Promise.all(members.map((as) => makeAsset(as, { variant: 6 })));
      expect((await Promise.all(gone)).map(({ status }) => status)).toEqual([204, 204]);
      const hash = standing[0]?.hash ?? '';
      expect(await prisma().modelFile.count({ where: { hash } })).toBe(2);
      expect(await blobs().stat(hash)).not.toBeNull();
    }
  });

  it('makes an asset of a machine of the starter library', async () => {
    const { status, json } = await callRoute(FROM_STARTER, {
      as: member,
      json: { kind: 'pump', name: 'Pompe' },
    });
    expect(status).toBe(201);
    expect(json).toMatchObject({ name: 'Pompe', starterKind: 'pump', fileName: 'pump.glb' });
    expect((json.parts as unknown[]).length).toBeGreaterThan(0);
    const unknown = await callRoute(FROM_STARTER, { as: member, json: { kind: 'teapot' } });
    expect(unknown).toMatchObject({ status: 400, json: { errors: [{ pointer: '/kind' }] } });
  });

  it('sets a thumbnail, encoded anew, and drops the one before', async () => {
    const { id } = await makeAsset(member, { variant: 7 });
    const picture = (color: string) =>
      sharp({ create: { width: 900, height: 300, channels: 4, background: color } })
        .png()
        .toBuffer();
    const set = (body: BodyInit, type = 'image/png') =>
      callRoute(SET_THUMBNAIL, {
        as: member,
        method: 'PUT',
        params: { id },
        body,
        headers: { 'content-type': type },
      });
    const first = hashOf((await set(await picture('#80808080'))).json.thumbnailUrl);
    const stored = Buffer.from(await new Response(await blobs().get(first)).arrayBuffer());
    expect(await sharp(stored).metadata()).toMatchObject({
      format: 'webp',
      width: 512,
      height: 384,
      hasAlpha: true,
    });
    await set(await picture('#20202080'));
    expect(await blobs().stat(first)).toBeNull();
    expect((await set('<svg xmlns="http://www.w3.org/2000/svg"/>')).status).toBe(400);
    expect((await set('<svg/>', 'image/svg+xml')).status).toBe(415);
    expect((await set(Buffer.alloc(5_000_000))).status).toBe(413);
  });

  it('sweeps what a killed process left', async () => {
    const { hash } = await makeAsset(member, { variant: 8 });
    async function* bytes() {
      yield Buffer.from('nobody has a row of this');
    }
    const orphan = await blobs().stage(bytes(), { bytesMax: 100 });
    await blobs().put(orphan);
    expect(await sweepBlobs()).toEqual({ staged: 0, deleted: 0 }); // it is young, and may be on its way
    expect(await sweepBlobs(new Date(Date.now() + 2 * 3_600_000))).toMatchObject({ deleted: 1 });
    expect(await blobs().stat(orphan.hash)).toBeNull();
    expect(await blobs().stat(hash)).not.toBeNull();
  });

  it('is missing for other workspaces, and answers a missing id the same way', async () => {
    const { id } = await makeAsset(member);
    const stranger = await makeMember();
    const foreign = await callRoute(READ, { as: stranger, params: { id } });
    const missing = await callRoute(READ, { as: stranger, params: { id: 'ast_0000000000000000' } });
    expect(foreign.status).toBe(404);
    const { requestId: _a, ...one } = foreign.json;
    const { requestId: _b, ...two } = missing.json;
    expect(one).toEqual(two);
    expect((await callRoute(READ, { as: stranger, params: { id: 'nonsense' } })).status).toBe(404);
  });
});
