import { type Intersection, type Material, Mesh } from 'three';

const isClear = (material: Material | Material[]): boolean =>
  Array.isArray(material) ? material.every((one) => one.transparent) : material.transparent;

/** The first hit that is not glass: what one sees through a door is what one means. Glass itself, if nothing is behind. */
export function solidHit<T extends Intersection>(hits: readonly T[]): T | undefined {
  return hits.find((hit) => hit.object instanceof Mesh && !isClear(hit.object.material)) ?? hits[0];
}
