import type { Box3 } from 'three';
import type { FloorArea } from './bake-contact';

export interface FloorShape {
  area: FloorArea;
  fadeFrom: number;
  fadeTo: number;
  squeezeX: number;
  squeezeZ: number;
  /** Height over which the floor takes light from what stands on it. */
  occlusionHeight: number;
}

const clamp = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high);

/** Sizes floor, contact bake and height occlusion by what stands on them: a valve of 30 cm and a plant of 60 m look alike. */
export function floorShape(box: Box3, floorY: number): FloorShape {
  const empty = box.isEmpty();
  const halfX = empty ? 2 : Math.max((box.max.x - box.min.x) / 2, 0.05);
  const halfZ = empty ? 2 : Math.max((box.max.z - box.min.z) / 2, 0.05);
  const height = empty ? 1 : Math.max(box.max.y - floorY, 0.05);
  const radius = Math.hypot(halfX, halfZ);
  const scale = clamp(Math.max(radius / 3, height / 3), 0.08, 1);
  const margin = 3 * scale;
  // Tall things throw long shadows: a mast on a small disc of floor would look cut off.
  const reach = Math.max(radius, height * 0.75);
  // A single machine on a disc of its own size would look spotlit; its floor runs out more slowly.
  const large = clamp(radius / 6, 0, 1);
  const squeeze = (half: number) => 1 + (clamp(radius / (half * Math.SQRT2), 0.6, 1.6) - 1) * 0.5;
  return {
    area: {
      x: empty ? 0 : (box.min.x + box.max.x) / 2,
      z: empty ? 0 : (box.min.z + box.max.z) / 2,
      width: halfX * 2 + margin * 2,
      depth: halfZ * 2 + margin * 2,
      y: floorY,
      scale,
    },
    fadeFrom: reach * (0.7 + 0.32 * large),
    fadeTo: reach * (2.7 - 0.85 * large),
    squeezeX: squeeze(halfX),
    squeezeZ: squeeze(halfZ),
    occlusionHeight: clamp(height * 0.34, 0.06, 0.85),
  };
}
