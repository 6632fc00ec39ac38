import { create } from 'mutative';
import { z } from 'zod';
import { api } from '@/lib/api-client';
import type { AssetStatistics } from '@/lib/asset/schema';
import { placeInstances } from '@/lib/scene/commands/place-instance';
import { type SceneDetail, sceneDetailSchema } from '@/lib/scene/scene-detail';
import type { Instance, SceneDocument } from '@/lib/scene/schema';

type Bounds = AssetStatistics['bounds'];
export type PlacedAsset = { id: string; name: string; bounds: Bounds };

/** Between neighbours there is room for a person. */
const AISLE_METRES = 1;
const savedSchema = z.object({ revision: z.number().int() });

/** Where a machine stands free in a scene: to the right of everything, on the floor; in an empty scene in the middle. */
export function freePlace(
  scene: Pick<SceneDetail, 'document' | 'assets'>,
  bounds: Bounds,
): [number, number, number] {
  const boundsOf = new Map(scene.assets.map(({ id, statistics }) => [id, statistics.bounds]));
  const ends = scene.document.instances.map(({ assetId, position, scale }) => {
    const { min, max } = boundsOf.get(assetId) ?? { min: [-1, 0, -1], max: [1, 1, 1] };
    // Turned it may reach further: count on its larger half.
    const reach =
      Math.max(...[min[0], max[0], min[2], max[2]].map(Math.abs)) * Math.max(...scale.map(Math.abs));
    return position[0] + reach;
  });
  const x = ends.length === 0 ? 0 : Math.max(...ends) + AISLE_METRES - bounds.min[0];
  return [Math.ceil(x * 4) / 4, 0, 0];
}

/** The scene's document with the asset in it. */
export function withAsset(
  scene: Pick<SceneDetail, 'document' | 'assets'>,
  asset: PlacedAsset,
  instanceId: string,
): SceneDocument {
  const instance: Instance = {
    id: instanceId,
    assetId: asset.id,
    name: asset.name,
    position: freePlace(scene, asset.bounds),
    rotation: [0, 0, 0],
    scale: [1, 1, 1],
    groupId: null,
    visible: true,
    locked: false,
  };
  return create(scene.document, placeInstances([instance]));
}

/** Places an asset in a scene that is not open here. @throws ApiProblem */
export async function placeInScene(sceneId: string, asset: PlacedAsset, instanceId: string): Promise<void> {
  const address = `/api/v1/scenes/${sceneId}`;
  const scene = await api.get(address, sceneDetailSchema);
  const document = withAsset(scene, asset, instanceId);
  await api.put(`${address}/document`, { revision: scene.revision, document }, savedSchema);
}
