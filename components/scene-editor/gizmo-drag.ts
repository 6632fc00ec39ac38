import { Euler, type Group, Matrix4, type Object3D, Quaternion, Vector3 } from 'three';
import { snapValue } from '@/lib/scene/commands/snap';
import type { Transform } from '@/lib/scene/commands/transform-instances';
import type { Instance } from '@/lib/scene/schema';

const delta = new Matrix4();
const moved = new Matrix4();
const quaternion = new Quaternion();
const scale = new Vector3();
const euler = new Euler();

type Held = { group: Group; start: Matrix4 };

const clean = (value: number): number => snapValue(value, 0);

/**
 * One drag of the gizmo. It moves the 3D objects while the pointer is down (a preview: neither document nor React know),
 * and gives the resulting transforms once, at the end.
 */
export class GizmoDrag {
  private readonly startPivot = new Matrix4();
  private readonly held = new Map<string, Held>();

  constructor(
    private readonly pivot: Object3D,
    groups: ReadonlyMap<string, Group>,
    instances: readonly Instance[],
  ) {
    pivot.updateMatrix();
    this.startPivot.copy(pivot.matrix).invert();
    for (const { id } of instances) {
      const group = groups.get(id);
      if (!group) continue;
      group.updateMatrix();
      this.held.set(id, { group, start: group.matrix.clone() });
    }
  }

  /** Moves everything along with the pivot. */
  preview(): void {
    // Several things of different rotation can't be stretched along one axis without shear: they grow evenly.
    if (this.held.size > 1) {
      const { x, y, z } = this.pivot.scale;
      this.pivot.scale.setScalar((x + y + z) / 3);
    }
    this.pivot.updateMatrix();
    delta.multiplyMatrices(this.pivot.matrix, this.startPivot);
    for (const { group, start } of this.held.values()) {
      moved.multiplyMatrices(delta, start);
      moved.decompose(group.position, quaternion, scale);
      group.quaternion.copy(quaternion);
      group.scale.copy(scale);
    }
  }

  /** Puts everything back. */
  cancel(): void {
    for (const { group, start } of this.held.values()) {
      start.decompose(group.position, quaternion, scale);
      group.quaternion.copy(quaternion);
      group.scale.copy(scale);
    }
  }

  result(): Map<string, Transform> {
    return new Map(
      [...this.held].map(([id, { group }]) => {
        euler.setFromQuaternion(group.quaternion, 'XYZ');
        const transform: Transform = {
          position: [clean(group.position.x), clean(group.position.y), clean(group.position.z)],
          rotation: [clean(euler.x), clean(euler.y), clean(euler.z)],
          scale: [clean(group.scale.x), clean(group.scale.y), clean(group.scale.z)],
        };
        return [id, transform];
      }),
    );
  }
}

/** Puts the pivot on one instance as it stands, or in the middle of several. */
export function placePivot(pivot: Object3D, instances: readonly Instance[]): void {
  const [only] = instances;
  if (only && instances.length === 1) {
    pivot.position.fromArray(only.position);
    pivot.rotation.set(...only.rotation);
    pivot.scale.fromArray(only.scale);
  } else {
    pivot.position.set(0, 0, 0);
    for (const { position } of instances) pivot.position.add(scale.fromArray(position));
    if (instances.length > 0) pivot.position.divideScalar(instances.length);
    pivot.rotation.set(0, 0, 0);
    pivot.scale.set(1, 1, 1);
  }
  pivot.updateMatrix();
}
