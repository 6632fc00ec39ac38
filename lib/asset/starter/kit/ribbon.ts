import { BoxGeometry, type BufferGeometry } from 'three';
import { mergeGeometries } from 'three/addons/utils/BufferGeometryUtils.js';
import { pairs } from './vec3';

/** A thin strip that runs through points of the xy plane (flat list), `width` deep along z: film, foil, belts. */
export function ribbon(flat: readonly number[], width: number, thickness = 0.003): BufferGeometry {
  const points = pairs(flat);
  const lengths = points.slice(1).map(([x, y], i) => {
    const [fromX, fromY] = points[i] ?? [x, y];
    const length = Math.hypot(x - fromX, y - fromY);
    return new BoxGeometry(length, thickness, width)
      .rotateZ(Math.atan2(y - fromY, x - fromX))
      .translate((x + fromX) / 2, (y + fromY) / 2, 0);
  });
  return mergeGeometries(lengths);
}
