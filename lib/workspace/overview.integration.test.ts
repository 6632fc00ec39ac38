import { describe, expect, it } from 'vitest';
import type { Caller } from '@/lib/auth/caller';
import { signUp } from '@/lib/auth/sign-up';
import { prisma } from '@/lib/database';
import { newId } from '@/lib/ids';
import { emptySceneDocument } from '@/lib/scene/schema';
import { useTestDatabase } from '@/lib/test-database';
import { newWidget } from '@/lib/widget/registry';
import { findPlaces } from './find-places';
import { getOverview } from './get-overview';
import { overviewSchema } from './overview-schema';
import { renameWorkspace } from './rename-workspace';

useTestDatabase();

let people = 0;
async function owner(): Promise<Caller> {
  people += 1;
  const given = {
    email: `p${people}@plant.example`,
    password: 'a long password',
    name: 'P',
    workspaceName: 'W',
  };
  const { id } = await signUp(given, `10.0.0.${people}`);
  const membership = await prisma().membership.findFirstOrThrow({ where: { userId: id } });
  return { userId: id, workspaceId: membership.workspaceId, role: 'owner' };
}

/** A press with an alert, placed in a scene, fed by a datasource that was refused two minutes ago. */
async function furnish({ workspaceId }: Caller) {
  const [datasourceId, assetId, sceneId] = [newId('datasource'), newId('asset'), newId('scene')];
  await prisma().datasource.create({
    data: { id: datasourceId, workspaceId, type: 'api_ingest', name: 'Tablet press P-2' },
  });
  const minute = new Date(Math.floor(Date.now() / 60_000) * 60_000 - 2 * 60_000);
  await prisma().ingestMinute.create({
    data: { datasourceId, minute, messages: 4, readings: 8, refused: 3 },
  });
  await prisma().metric.createMany({
    data: ['speed', 'temperature'].map((key) => ({ datasourceId, key, kind: 'number' })),
  });
  const watched = newWidget('single_data', {
    id: 'w1',
    title: 'Temperature',
    datasourceId,
    dataKey: 'temperature',
  });
  const quiet = newWidget('single_data', { id: 'w2', title: 'Speed', datasourceId, dataKey: 'speed' });
  const widgets = [
    { ...watched, alerts: { ...watched.alerts, enabled: true, value: 85 } },
    quiet,
    { id: 'w3', kind: 'of the future', alerts: { enabled: true } },
  ];
  await prisma().asset.create({
    data: {
      id: assetId,
      workspaceId,
      name: 'Press',
      fileName: 'press.glb',
      modelHash: 'x',
      statistics: {},
      parts: [],
      document: { schemaVersion: 1, widgets },
    },
  });
  const instance = {
    id: 'i1',
    assetId,
    name: 'Press 1',
    position: [0, 0, 0],
    rotation: [0, 0, 0],
    scale: [1, 1, 1],
  };
  await prisma().scene.create({
    data: {
      id: sceneId,
      workspaceId,
      name: 'Line 2',
      document: { ...emptySceneDocument(), instances: [instance, { ...instance, id: 'i2' }] },
    },
  });
  return { datasourceId, assetId, sceneId };
}

describe('the overview', () => {
  it('tells what there is, what is watched and what changed', async () => {
    const caller = await owner();
    const { datasourceId, assetId, sceneId } = await furnish(caller);
    const overview = overviewSchema.parse(await getOverview(caller));
    expect(overview.datasources.map(({ id, metrics }) => [id, metrics])).toEqual([[datasourceId, 2]]);
    expect(overview.refusedMinutes[datasourceId]?.filter((count) => count > 0)).toEqual([3]);
    expect(overview.scenes.map(({ id }) => id)).toEqual([sceneId]);
    expect(overview.assets).toBe(1);
    expect(overview.watched).toMatchObject([
      { asset: { id: assetId }, scenes: [{ id: sceneId, name: 'Line 2' }], widget: { id: 'w1' } },
    ]);
    expect(overview.changes.map(({ kind, count }) => `${kind} ${count}`).sort()).toEqual([
      'asset_created 1',
      'datasource_created 1',
      'metrics_seen 2',
      'scene_created 1',
    ]);
  });

  it('tells nothing of another workspace', async () => {
    const [caller, neighbour] = [await owner(), await owner()];
    await furnish(neighbour);
    expect(await getOverview(caller)).toEqual({
      datasources: [],
      refusedMinutes: {},
      scenes: [],
      assets: 0,
      watched: [],
      changes: [],
    });
    expect(await findPlaces(caller, '')).toEqual({ datasources: [], assets: [], scenes: [] });
  });
});

describe('finding places', () => {
  it('looks into names, in any case, and takes the query as it is', async () => {
    const caller = await owner();
    const { datasourceId, assetId } = await furnish(caller);
    const found = await findPlaces(caller, 'PRESS');
    expect(found.datasources.map(({ id }) => id)).toEqual([datasourceId]);
    expect(found.assets.map(({ id }) => id)).toEqual([assetId]);
    expect(found.scenes).toEqual([]);
    expect((await findPlaces(caller, '%')).datasources).toEqual([]);
    expect((await findPlaces(caller, '')).scenes).toHaveLength(1);
  });
});

it('only an owner renames the workspace', async () => {
  const caller = await owner();
  await expect(renameWorkspace({ ...caller, role: 'editor' }, 'Mine')).rejects.toMatchObject({
    code: 'forbidden',
  });
  await renameWorkspace(caller, 'Helio Pharma');
  const { name } = await prisma().workspace.findUniqueOrThrow({ where: { id: caller.workspaceId } });
  expect(name).toBe('Helio Pharma');
});
