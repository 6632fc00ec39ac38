import { type BufferGeometry, ExtrudeGeometry, Shape, Vector2 } from 'three';
import { pairs } from './vec3';

/** A side view drawn as a flat list of z and y, drawn out along x and centred on it: hoods, sloped covers, volutes. */
export function sideProfile(flat: readonly number[], width: number, bevel = 0.02): BufferGeometry {
  const shape = new Shape(pairs(flat).map(([z, y]) => new Vector2(-z, y)));
  return new ExtrudeGeometry(shape, {
    depth: width - bevel * 2,
    bevelEnabled: true,
    bevelSize: bevel,
    bevelThickness: bevel,
    bevelSegments: 3,
  })
    .translate(0, 0, -width / 2 + bevel)
    .rotateY(Math.PI / 2);
}
