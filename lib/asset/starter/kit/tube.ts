import { type BufferGeometry, CatmullRomCurve3, TubeGeometry, Vector3 } from 'three';
import { scaleUv } from './metric-uv';
import { Route } from './route';
import { triples } from './vec3';

/** A round tube through corners given as a flat list of x, y, z; each corner becomes an elbow of radius `bend`. */
export const tube = (flat: readonly number[], radius: number, bend = 0.1, sides = 12): BufferGeometry =>
  tubeAlong(new Route(triples(flat), bend), radius, sides);

export function tubeAlong(route: Route, radius: number, sides = 12): BufferGeometry {
  const shape = new TubeGeometry(route, route.segments, radius, sides);
  return scaleUv(shape, route.getLength(), 2 * Math.PI * radius);
}

/** A tube that flows softly through its points: arms, hoses, cables, coils. */
export function hose(flat: readonly number[], radius: number, segments = 40, sides = 10): BufferGeometry {
  const curve = new CatmullRomCurve3(triples(flat).map((point) => new Vector3(...point)));
  return scaleUv(new TubeGeometry(curve, segments, radius, sides), curve.getLength(), 2 * Math.PI * radius);
}
