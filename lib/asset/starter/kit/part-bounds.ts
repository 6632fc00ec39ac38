import { Box3, type BufferGeometry } from 'three';
import type { Part } from './part';
import type { Vec3 } from './vec3';

export interface Bounds {
  readonly min: Vec3;
  readonly max: Vec3;
}

/** The box around all shapes of the parts and of the parts inside them. */
export function partsBounds(parts: readonly Part[]): Bounds {
  const bounds = new Box3();
  for (const part of parts) grow(bounds, part);
  return { min: bounds.min.toArray(), max: bounds.max.toArray() };
}

function grow(bounds: Box3, part: Part): void {
  for (const shape of [...part.surfaces.values()].flat()) bounds.union(boxOf(shape));
  for (const child of part.children) grow(bounds, child);
}

function boxOf(shape: BufferGeometry): Box3 {
  shape.computeBoundingBox();
  return shape.boundingBox ?? new Box3();
}
