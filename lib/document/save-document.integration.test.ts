import { beforeAll, describe, expect, it } from 'vitest';
import { PUT as SAVE_ASSET } from '@/app/api/v1/assets/[id]/document/route';
import { PUT as SAVE_SCENE } from '@/app/api/v1/scenes/[id]/document/route';
import { makeAsset } from '@/lib/asset/test-asset';
import { prisma } from '@/lib/database';
import { emptySceneDocument, type SceneDocument } from '@/lib/scene/schema';
import { documentOf, instanceOf, makeScene } from '@/lib/scene/test-scene';
import { useTestDatabase } from '@/lib/test-database';
import { makeMember, type TestMember } from '@/lib/test-member';
import { callRoute } from '@/lib/test-request';
import { newWidget } from '@/lib/widget/registry';
import { REVISIONS_KEPT } from './save-document';

useTestDatabase();

let member: TestMember;
let assetId: string;
beforeAll(async () => {
  member = await makeMember();
  assetId = (await makeAsset(member)).id;
});

const save = (id: string, revision: number, document: unknown, as = member) =>
  callRoute(SAVE_SCENE, { as, method: 'PUT', params: { id }, json: { revision, document } });
const stored = (id: string) => prisma().scene.findUniqueOrThrow({ where: { id } });
const named = (name: string): SceneDocument => ({
  ...emptySceneDocument(),
  instances: [{ ...instanceOf(assetId), name }],
});

describe('saving a scene', () => {
  it('counts revisions and keeps each', async () => {
    const id = await makeScene(member);
    expect(await save(id, 1, named('one'))).toMatchObject({ status: 200, json: { revision: 2 } });
    expect(await save(id, 2, named('two'))).toMatchObject({ status: 200, json: { revision: 3 } });
    const kept = await prisma().sceneRevision.findMany({
      where: { sceneId: id },
      orderBy: { revision: 'asc' },
    });
    expect(kept.map(({ revision }) => revision)).toEqual([1, 2, 3]);
    expect(kept[1]?.document).toMatchObject({ instances: [{ name: 'one' }] });
    expect(kept[2]?.createdById).toBe(member.caller.userId);
    expect((await stored(id)).document).toMatchObject({ instances: [{ name: 'two' }] });
  });

  it('refuses an old revision, says who saved the newer one and when, and loses nothing', async () => {
    const other = await makeMember({ role: 'editor', beside: member.caller });
    const id = await makeScene(member);
    await save(id, 1, named('theirs'), other);
    const { status, json } = await save(id, 1, named('mine'));
    expect(status).toBe(409);
    expect(json).toMatchObject({
      code: 'conflict',
      revision: 2,
      changedBy: expect.stringContaining('Member'),
    });
    expect(Date.now() - Date.parse(String(json.changedAt))).toBeLessThan(60_000);
    expect((await stored(id)).document).toMatchObject({ instances: [{ name: 'theirs' }] });
    expect(await prisma().sceneRevision.count({ where: { sceneId: id } })).toBe(2);
  });

  it('lets exactly one of many writers win', async () => {
    const id = await makeScene(member);
    const answers = await Promise.all(Array.from({ length: 8 }, (_, i) => save(id, 1, named(`writer ${i}`))));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(7);
    expect((await stored(id)).revision).toBe(2);
  });

  it('drops the oldest versions', async () => {
    const id = await makeScene(member);
    for (let revision = 1; revision <= REVISIONS_KEPT + 4; revision++)
      await save(id, revision, named(`r${revision}`));
    const kept = await prisma().sceneRevision.findMany({
      where: { sceneId: id },
      orderBy: { revision: 'asc' },
    });
    expect(kept).toHaveLength(REVISIONS_KEPT);
    expect(kept[0]?.revision).toBe(6);
    expect(kept.at(-1)?.revision).toBe(REVISIONS_KEPT + 5);
  });

  it('refuses foreign and missing assets and wrong ids, naming each, and changes nothing', async () => {
    const id = await makeScene(member);
    const foreign = await makeAsset(await makeMember());
    const document = {
      ...documentOf(assetId, foreign.id, 'ast_missing'),
      views: [
        { id: 'v', name: 'a', position: [0, 0, 0], target: [0, 0, 0] },
        { id: 'v', name: 'b', position: [0, 0, 0], target: [0, 0, 0] },
      ],
    };
    const first = document.instances[0];
    if (first) first.groupId = 'nowhere';
    const { status, json } = await save(id, 1, document);
    expect(status).toBe(400);
    expect((json.errors as { pointer: string }[]).map(({ pointer }) => pointer)).toEqual([
      '/document/views/1/id',
      '/document/instances/0/groupId',
      '/document/instances/1/assetId',
      '/document/instances/2/assetId',
    ]);
    expect((await stored(id)).revision).toBe(1);
  });

  it('lets a scene keep the place of an asset that was deleted, but no other scene take it', async () => {
    const gone = await makeAsset(member, { variant: 1 });
    const id = await makeScene(member, { assetIds: [gone.id] });
    await prisma().asset.delete({ where: { id: gone.id } });
    expect((await save(id, 1, documentOf(gone.id, assetId))).status).toBe(200);
    expect((await save(await makeScene(member), 1, documentOf(gone.id))).status).toBe(400);
  });

  it('refuses a document that is none', async () => {
    const id = await makeScene(member);
    const wrong = { ...named('x'), instances: [{ ...instanceOf(assetId), position: [0, 'up', 0] }] };
    expect(await save(id, 1, wrong)).toMatchObject({
      status: 400,
      json: { errors: [{ pointer: '/document/instances/0/position/1' }] },
    });
    expect((await save(id, 1, { schemaVersion: 2, instances: [] })).status).toBe(400);
  });

  it('never writes over what a newer version has saved', async () => {
    const id = await makeScene(member);
    const newer = { schemaVersion: 9, instances: [], weather: 'rain' };
    await prisma().scene.update({ where: { id }, data: { document: newer } });
    expect(await save(id, 1, named('old'))).toMatchObject({ status: 409, json: { reason: 'newer_version' } });
    expect((await stored(id)).document).toEqual(newer);
  });
});

describe('saving an asset', () => {
  const saveAsset = (revision: number, widgets: unknown[]) =>
    callRoute(SAVE_ASSET, {
      as: member,
      method: 'PUT',
      params: { id: assetId },
      json: { revision, document: { schemaVersion: 1, widgets } },
    });

  it('keeps widgets, also those of a kind that it does not know, and refuses what is not the workspace’s', async () => {
    const unknown = { id: 'w9', kind: 'from_the_future', colour: 'blue' };
    const widget = newWidget('single_data', { id: 'w1', title: 'Temperature' });
    expect(await saveAsset(1, [widget, unknown])).toMatchObject({ status: 200, json: { revision: 2 } });
    const asset = await prisma().asset.findUniqueOrThrow({ where: { id: assetId } });
    expect(asset.document).toMatchObject({ widgets: [{ title: 'Temperature' }, unknown] });
    expect(await saveAsset(1, [widget])).toMatchObject({ status: 409, json: { revision: 2 } });
    const stranger = { ...widget, id: 'w2', datasourceId: 'dsr_0000000000000000' };
    expect(await saveAsset(2, [widget, stranger, widget])).toMatchObject({
      status: 400,
      json: {
        errors: [{ pointer: '/document/widgets/2/id' }, { pointer: '/document/widgets/1/datasourceId' }],
      },
    });
  });
});
