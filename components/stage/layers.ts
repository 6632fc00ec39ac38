import type { Object3D } from 'three';

/** Content stands on layer 0: it is measured, casts shadows, is reflected and can be picked. */
export const CONTENT_LAYER = 0;

/** Outlines, halos, grids: the camera sees them, but no bake, bound, reflection or pointer does. */
export const HELPER_LAYER = 1;

/** Marks an object and all below it as a helper. */
export function asHelper<T extends Object3D>(object: T): T {
  object.traverse((child) => child.layers.set(HELPER_LAYER));
  return object;
}
