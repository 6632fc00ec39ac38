import { BoxGeometry, type BufferGeometry } from 'three';
import { RoundedBoxGeometry } from 'three/addons/geometries/RoundedBoxGeometry.js';
import { projectUv } from './metric-uv';

/** Below this a bevel is narrower than a pixel at any distance a machine is looked at from. */
const SMALLEST_BEVEL = 0.004;

/**
 * A box standing on y = 0, centred on x and z. The edge radius is what makes it read as sheet metal (8–15 mm),
 * a door (5 mm), a plinth (30 mm) or a casting (70 mm).
 */
export function box(
  width: number,
  height: number,
  depth: number,
  radius = 0.012,
  segments = Math.max(width, height, depth) > 0.6 ? 2 : 1,
): BufferGeometry {
  const bevel = Math.min(radius, width / 2.01, height / 2.01, depth / 2.01);
  const shape =
    bevel < SMALLEST_BEVEL
      ? new BoxGeometry(width, height, depth)
      : new RoundedBoxGeometry(width, height, depth, segments, bevel);
  return projectUv(shape.translate(0, height / 2, 0));
}
