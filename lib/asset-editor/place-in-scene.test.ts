import { describe, expect, it } from 'vitest';
import type { SceneAsset } from '@/lib/scene/scene-detail';
import { emptySceneDocument } from '@/lib/scene/schema';
import { freePlace, withAsset } from './place-in-scene';

const bounds = { min: [-0.5, 0, -0.5], max: [0.5, 2, 0.5] } as {
  min: [number, number, number];
  max: [number, number, number];
};
const placed: SceneAsset = {
  id: 'ast_1',
  name: 'Press',
  modelUrl: '/x',
  thumbnailUrl: null,
  parts: [],
  statistics: { bytes: 1, triangles: 1, meshes: 1, materials: 1, textures: 0, animations: 0, bounds },
  document: { schemaVersion: 1, widgets: [] },
};
const press = { id: 'ast_1', name: 'Press', bounds };

describe('an asset placed in a scene from its editor', () => {
  it('stands in the middle of an empty scene', () => {
    expect(freePlace({ document: emptySceneDocument(), assets: [] }, bounds)).toEqual([0, 0, 0]);
  });

  it('stands beside what is there, with a name of its own', () => {
    const first = withAsset({ document: emptySceneDocument(), assets: [] }, press, 'i1');
    const second = withAsset({ document: first, assets: [placed] }, press, 'i2');
    expect(second.instances.map(({ name }) => name)).toEqual(['Press', 'Press 2']);
    expect(second.instances[1]?.position[0]).toBeGreaterThanOrEqual(2);
    expect(first.instances).toHaveLength(1);
  });
});
