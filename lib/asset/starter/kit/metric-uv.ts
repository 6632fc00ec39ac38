import { BufferAttribute, type BufferGeometry } from 'three';

/**
 * Gives a shape texture coordinates in metres, seen along the axis each triangle faces most, so that the brushed
 * grain has one scale on every machine and runs level on upright faces.
 */
export function projectUv(geometry: BufferGeometry): BufferGeometry {
  const flat = geometry.index ? geometry.toNonIndexed() : geometry;
  const position = flat.getAttribute('position');
  const normal = flat.getAttribute('normal');
  const uv = new Float32Array(position.count * 2);
  for (let first = 0; first < position.count; first += 3) {
    let [nx, ny, nz] = [0, 0, 0];
    for (let i = first; i < first + 3; i++) {
      nx += Math.abs(normal.getX(i));
      ny += Math.abs(normal.getY(i));
      nz += Math.abs(normal.getZ(i));
    }
    for (let i = first; i < first + 3; i++) {
      const [x, y, z] = [position.getX(i), position.getY(i), position.getZ(i)];
      const [u, v] = ny >= nx && ny >= nz ? [x, z] : nx >= nz ? [z, y] : [x, y];
      uv[i * 2] = u;
      uv[i * 2 + 1] = v;
    }
  }
  flat.setAttribute('uv', new BufferAttribute(uv, 2));
  return flat;
}

/** Stretches the 0..1 coordinates that three's swept and turned shapes come with. */
export function scaleUv(geometry: BufferGeometry, u: number, v: number): BufferGeometry {
  const uv = geometry.getAttribute('uv');
  for (let i = 0; i < uv.count; i++) uv.setXY(i, uv.getX(i) * u, uv.getY(i) * v);
  return geometry;
}
