import { beforeAll, describe, expect, it, vi } from 'vitest';
import { POST as UPLOAD } from '@/app/api/v1/assets/route';
import { prisma } from '@/lib/database';
import { resetEnv } from '@/lib/env';
import { blobs } from '@/lib/storage/blobs';
import { useTestDatabase } from '@/lib/test-database';
import { makeMember, type TestMember } from '@/lib/test-member';
import { type Answer, callRoute } from '@/lib/test-request';
import { cutOffGlb, externalUriGlb, pngFile, pumpGlb } from './test-models';
import { filesStored, hashOf } from './test-stored-files';

useTestDatabase();

let member: TestMember;
beforeAll(async () => {
  member = await makeMember();
});

const upload = (
  body: BodyInit,
  given: { as?: TestMember; name?: string; type?: string; signal?: AbortSignal } = {},
): Promise<Answer> =>
  callRoute(UPLOAD, {
    as: given.as ?? member,
    query: { name: given.name ?? 'pump.glb' },
    body,
    headers: { 'content-type': given.type ?? 'model/gltf-binary' },
    ...(given.signal ? { signal: given.signal } : {}),
  });

describe('upload', () => {
  it('makes an asset of a good model', async () => {
    const bytes = await pumpGlb(1);
    const { status, json } = await upload(bytes, { name: 'C:\\models\\feed_pump.GLB' });
    expect(status).toBe(201);
    expect(json).toMatchObject({
      name: 'feed pump',
      starterKind: null,
      thumbnailUrl: null,
      revision: 1,
      widgets: 0,
      usedIn: 0,
      readOnly: null,
      document: { schemaVersion: 1, widgets: [] },
      statistics: { bytes: bytes.length, triangles: 48 },
    });
    expect((await blobs().stat(hashOf(json.modelUrl)))?.bytes).toBe(bytes.length);
    expect(await prisma().assetRevision.count({ where: { assetId: String(json.id) } })).toBe(1);
  });

  it.each([
    ['a PNG renamed to .glb', pngFile, 'picture'],
    ['a truncated file', cutOffGlb, 'cut_off'],
    ['an external address', externalUriGlb, 'external_file'],
    ['nothing', () => Buffer.alloc(0), 'empty_file'],
  ] as const)('refuses %s with a reason, and keeps nothing', async (_what, make, reason) => {
    const other = await makeMember();
    const before = filesStored();
    const { status, json } = await upload(await make(), { as: other });
    expect(status).toBe(422);
    expect(json).toMatchObject({ code: 'invalid_model', reason });
    expect(json.detail).toMatch(/^[A-Z].*\.$/);
    expect(await prisma().asset.count({ where: { workspaceId: other.caller.workspaceId } })).toBe(0);
    expect(filesStored()).toEqual(before);
  });

  it('takes a name that was cut or is broken as far as it goes', async () => {
    const long = await upload(await pumpGlb(), { name: `${'y'.repeat(79)}😀.glb` });
    expect(long).toMatchObject({ status: 201, json: { name: 'y'.repeat(79) } });
    expect(await upload(await pumpGlb(), { name: 'a\0b.glb' })).toMatchObject({ status: 400 });
  });

  it('refuses what is too large, whether it says so or not', async () => {
    const before = filesStored();
    vi.stubEnv('MODEL_BYTES_MAX', '2000');
    resetEnv();
    try {
      const announced = await callRoute(UPLOAD, {
        as: member,
        body: Buffer.alloc(10),
        headers: { 'content-type': 'model/gltf-binary', 'content-length': '2001' },
      });
      expect(announced).toMatchObject({ status: 413, json: { code: 'too_large', bytesMax: 2000 } });
      expect(await upload(Buffer.alloc(2001))).toMatchObject({ status: 413, json: { code: 'too_large' } });
      expect(filesStored()).toEqual(before);
    } finally {
      vi.unstubAllEnvs();
      resetEnv();
    }
  });

  it('refuses a form or JSON', async () => {
    const form = new FormData();
    form.set('file', new Blob([await pumpGlb()]));
    expect(await callRoute(UPLOAD, { as: member, body: form })).toMatchObject({ status: 415 });
    expect(await upload('{}', { type: 'application/json' })).toMatchObject({ status: 415 });
  });

  it('leaves nothing when it is cancelled on the way', async () => {
    const other = await makeMember();
    const before = filesStored();
    const cancel = new AbortController();
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sent += 1;
        controller.enqueue(new Uint8Array(1000));
        if (sent === 5) cancel.abort();
      },
    });
    expect((await upload(endless, { as: other, signal: cancel.signal })).status).toBe(499);
    expect(filesStored()).toEqual(before);
    expect(await prisma().asset.count({ where: { workspaceId: other.caller.workspaceId } })).toBe(0);
  });

  it('leaves nothing when it is cancelled during the check', async () => {
    const other = await makeMember();
    const before = filesStored();
    const cancel = new AbortController();
    const answer = upload(await pumpGlb(2), { as: other, signal: cancel.signal });
    await vi.waitFor(() => expect(filesStored()).not.toEqual(before));
    cancel.abort();
    expect((await answer).status).toBe(499);
    expect(filesStored()).toEqual(before);
    expect(await prisma().asset.count({ where: { workspaceId: other.caller.workspaceId } })).toBe(0);
  });
});
