import { Group, Object3D } from 'three';
import { describe, expect, it } from 'vitest';
import type { Instance } from '@/lib/scene/schema';
import { GizmoDrag, placePivot } from './gizmo-drag';

const placed = (id: string, x: number, turn = 0): Instance => ({
  id,
  assetId: 'ast_00000000',
  name: id,
  position: [x, 0, 0],
  rotation: [0, turn, 0],
  scale: [1, 1, 1],
  groupId: null,
  visible: true,
  locked: false,
});
function stand(instances: Instance[]) {
  const pivot = new Object3D();
  placePivot(pivot, instances);
  const groups = new Map(
    instances.map((instance) => {
      const group = new Group();
      group.position.fromArray(instance.position);
      group.rotation.set(...instance.rotation);
      return [instance.id, group];
    }),
  );
  return { pivot, drag: new GizmoDrag(pivot, groups, instances), groups };
}

describe('a drag of the gizmo', () => {
  it('moves all that is selected by the same way', () => {
    const { pivot, drag } = stand([placed('a', 0), placed('b', 4)]);
    pivot.position.x += 1.5;
    drag.preview();
    expect([...drag.result().values()].map((t) => t.position[0])).toEqual([1.5, 5.5]);
  });

  it('turns several around their middle', () => {
    const { pivot, drag } = stand([placed('a', 0), placed('b', 4)]);
    pivot.rotation.y = Math.PI;
    drag.preview();
    expect([...drag.result().values()].map((t) => Math.round(t.position[0]))).toEqual([4, 0]);
  });

  it('lets several grow evenly, and one along an axis', () => {
    const several = stand([placed('a', 0, 0.7), placed('b', 4)]);
    several.pivot.scale.set(4, 1, 1);
    several.drag.preview();
    expect(several.drag.result().get('a')?.scale).toEqual([2, 2, 2]);
    const one = stand([placed('a', 0, 0.7)]);
    one.pivot.scale.set(4, 1, 1);
    one.drag.preview();
    expect(one.drag.result().get('a')?.scale).toEqual([4, 1, 1]);
  });

  it('leaves no trace when it is given up', () => {
    const { pivot, drag, groups } = stand([placed('a', 2, 0.3)]);
    pivot.position.set(9, 9, 9);
    drag.preview();
    drag.cancel();
    expect(groups.get('a')?.position.toArray()).toEqual([2, 0, 0]);
  });
});
