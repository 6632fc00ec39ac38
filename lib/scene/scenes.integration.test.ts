import { beforeAll, describe, expect, it } from 'vitest';
import { DELETE as DELETE_ASSET } from '@/app/api/v1/assets/[id]/route';
import { GET as USAGE } from '@/app/api/v1/assets/[id]/usage/route';
import { POST as DUPLICATE } from '@/app/api/v1/scenes/[id]/duplicate/route';
import { PATCH, GET as READ } from '@/app/api/v1/scenes/[id]/route';
import { POST as CREATE, GET as LIST } from '@/app/api/v1/scenes/route';
import { makeAsset } from '@/lib/asset/test-asset';
import type { Caller } from '@/lib/auth/caller';
import { prisma } from '@/lib/database';
import { newId } from '@/lib/ids';
import { useTestDatabase } from '@/lib/test-database';
import { makeMember, type TestMember } from '@/lib/test-member';
import { callRoute } from '@/lib/test-request';
import { newWidget } from '@/lib/widget/registry';
import { createFromTemplate } from './create-from-template';
import { sceneDatasources } from './scene-datasources';
import { sceneDetailSchema } from './scene-detail';
import { SCENE_TEMPLATES } from './templates/registry';
import { makeScene } from './test-scene';

useTestDatabase();

let member: TestMember;
beforeAll(async () => {
  member = await makeMember();
});

const makeDatasource = async ({ workspaceId }: Caller): Promise<string> => {
  const id = newId('datasource');
  await prisma().datasource.create({
    data: { id, workspaceId, type: 'api_ingest', name: `Source ${id.slice(-3)}` },
  });
  return id;
};

const documentReading = (...datasourceIds: string[]) => ({
  schemaVersion: 1 as const,
  widgets: datasourceIds.map((datasourceId, i) =>
    newWidget('single_data', { id: `w${i}`, title: 'x', datasourceId }),
  ),
});

describe('scenes', () => {
  it('creates an empty scene, renames and duplicates it', async () => {
    const created = await callRoute(CREATE, { as: member, json: { name: ' Boiler house ' } });
    expect(created).toMatchObject({
      status: 201,
      json: {
        name: 'Boiler house',
        revision: 1,
        document: { instances: [], views: [] },
        assets: [],
        datasources: [],
      },
    });
    const id = String(created.json.id);
    const renamed = await callRoute(PATCH, {
      as: member,
      method: 'PATCH',
      params: { id },
      json: { name: 'Boilers' },
    });
    expect(renamed).toMatchObject({ status: 200, json: { name: 'Boilers', revision: 1 } });
    const copy = await callRoute(DUPLICATE, { as: member, method: 'POST', params: { id } });
    expect(copy).toMatchObject({ status: 201, json: { name: 'Boilers 2' } });
    const unknown = await callRoute(CREATE, { as: member, json: { name: 'x', template: 'teapot' } });
    expect(unknown).toMatchObject({ status: 400, json: { errors: [{ pointer: '/template' }] } });
  });

  it('tells in the list what each scene holds and shows', async () => {
    const as = await makeMember();
    const [one, two] = [await makeDatasource(as.caller), await makeDatasource(as.caller)];
    const foreign = await makeDatasource(member.caller);
    const pump = await makeAsset(as, { document: documentReading(one, two, foreign) });
    const tank = await makeAsset(as, { document: documentReading(two) });
    await makeScene(as, { name: 'Both', assetIds: [pump.id, pump.id, tank.id] });
    await makeScene(as, { name: 'Tank', assetIds: [tank.id] });
    await makeScene(as, { name: 'Empty' });
    const { json } = await callRoute(LIST, { as });
    expect(json.scenes).toMatchObject([
      { name: 'Empty', instances: 0, datasourceIds: [], shared: false, thumbnailUrl: null },
      { name: 'Tank', instances: 1, datasourceIds: [two] },
      { name: 'Both', instances: 3, datasourceIds: [one, two].sort() },
    ]);
    const search = await callRoute(LIST, { as, query: { search: 'tan' } });
    expect(search.json.scenes).toMatchObject([{ name: 'Tank' }]);
  });

  it('comes with its assets and the datasources of its workspace, and no others', async () => {
    const as = await makeMember();
    const mine = await makeDatasource(as.caller);
    const foreign = await makeDatasource(member.caller);
    const pump = await makeAsset(as, { document: documentReading(mine, foreign) });
    const stranger = await makeAsset(member);
    const id = await makeScene(as, { assetIds: [pump.id, pump.id, stranger.id] });
    const scene = sceneDetailSchema.parse((await callRoute(READ, { as, params: { id } })).json);
    expect(scene.assets.map((asset) => asset.id)).toEqual([pump.id]);
    expect(scene.assets[0]?.modelUrl).toBe(`/api/v1/files/${pump.hash}`);
    expect(scene.datasources.map((datasource) => datasource.id)).toEqual([mine]);
    expect(await sceneDatasources({ kind: 'member', caller: as.caller }, id)).toEqual([mine]);
  });

  it('says where an asset is used, and keeps its places when it is deleted', async () => {
    const as = await makeMember();
    const pump = await makeAsset(as, { document: documentReading(await makeDatasource(as.caller)) });
    const id = await makeScene(as, { name: 'Line 9', assetIds: [pump.id, pump.id] });
    const usage = await callRoute(USAGE, { as, params: { id: pump.id } });
    expect(usage.json).toEqual({ widgets: 1, scenes: [{ id, name: 'Line 9', instances: 2 }] });
    await callRoute(DELETE_ASSET, { as, method: 'DELETE', params: { id: pump.id } });
    const scene = sceneDetailSchema.parse((await callRoute(READ, { as, params: { id } })).json);
    expect(scene.document.instances).toHaveLength(2);
    expect(scene.assets).toEqual([]);
  });

  it('opens a scene of a newer version read-only, and never replaces one that it can not read', async () => {
    const id = await makeScene(member);
    await prisma().scene.update({
      where: { id },
      data: { document: { schemaVersion: 7, instances: [], weather: 'rain' } },
    });
    const newer = await callRoute(READ, { as: member, params: { id } });
    expect(newer).toMatchObject({ status: 200, json: { readOnly: 'newer_version' } });
    await prisma().scene.update({
      where: { id },
      data: { document: { schemaVersion: 1, instances: 'lost' } },
    });
    const broken = await callRoute(READ, { as: member, params: { id } });
    expect(broken).toMatchObject({ status: 500, json: { code: 'unreadable_document' } });
    expect((await callRoute(LIST, { as: member })).status).toBe(200);
    expect((await prisma().scene.findUniqueOrThrow({ where: { id } })).document).toEqual({
      schemaVersion: 1,
      instances: 'lost',
    });
  });
});

describe('templates', () => {
  it.each(SCENE_TEMPLATES.map((template) => [template.kind, template] as const))(
    '%s makes all that it names',
    async (kind, template) => {
      const as = await makeMember();
      const { sceneId, datasources } = await createFromTemplate(as.caller, kind, { name: 'Demo' });
      const scene = sceneDetailSchema.parse((await callRoute(READ, { as, params: { id: sceneId } })).json);
      expect(scene.document.instances).toHaveLength(template.instances.length);
      const placed = new Set(template.instances.map((instance) => instance.asset));
      expect(scene.assets).toHaveLength(placed.size);
      expect(Object.keys(datasources).sort()).toEqual(template.datasources.map(({ key }) => key).sort());
      for (const { apiKey } of Object.values(datasources)) expect(apiKey).toMatch(/^twk_/);
      const widgets = scene.assets.flatMap((asset) => asset.document.widgets);
      expect(widgets.length).toBeGreaterThan(0);
      const ids = new Set(Object.values(datasources).map(({ id }) => id));
      for (const widget of widgets) expect(ids).toContain(widget.datasourceId);
      expect(
        await prisma().metric.count({ where: { datasource: { workspaceId: as.caller.workspaceId } } }),
      ).toBe(template.datasources.reduce((sum, { metrics }) => sum + metrics.length, 0));
    },
    120_000,
  );
});
