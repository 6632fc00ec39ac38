import { type BufferGeometry, CatmullRomCurve3, MathUtils, TubeGeometry, Vector3 } from 'three';
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

/** A hose whose thickness changes along its way: arms, spouts. Closed at both ends by shrinking to a point. */
export function taperedHose(
  flat: readonly number[],
  radii: readonly number[],
  segments = 24,
  sides = 14,
): BufferGeometry {
  const curve = new CatmullRomCurve3(triples(flat).map((point) => new Vector3(...point)));
  const shape = new TubeGeometry(curve, segments, 1, sides);
  const position = shape.getAttribute('position');
  const vertex = new Vector3();
  for (let i = 0; i < position.count; i++) {
    const along = Math.floor(i / (sides + 1)) / segments;
    const middle = curve.getPointAt(along);
    vertex.fromBufferAttribute(position, i).sub(middle).multiplyScalar(radiusAt(radii, along)).add(middle);
    position.setXYZ(i, vertex.x, vertex.y, vertex.z);
  }
  shape.computeVertexNormals();
  return closeSeam(shape, segments, sides);
}

function radiusAt(radii: readonly number[], along: number): number {
  const place = along * (radii.length - 1);
  const before = radii[Math.floor(place)] ?? 0;
  const after = radii[Math.ceil(place)] ?? before;
  return MathUtils.lerp(before, after, MathUtils.smoothstep(place % 1, 0, 1));
}

/** The first and the last row of a tube lie on each other: without equal normals the seam would show. */
function closeSeam(shape: BufferGeometry, segments: number, sides: number): BufferGeometry {
  const normal = shape.getAttribute('normal');
  const mean = new Vector3();
  for (let ring = 0; ring <= segments; ring++) {
    const first = ring * (sides + 1);
    const last = first + sides;
    mean.set(
      normal.getX(first) + normal.getX(last),
      normal.getY(first) + normal.getY(last),
      normal.getZ(first) + normal.getZ(last),
    );
    mean.normalize();
    normal.setXYZ(first, mean.x, mean.y, mean.z);
    normal.setXYZ(last, mean.x, mean.y, mean.z);
  }
  return shape;
}
