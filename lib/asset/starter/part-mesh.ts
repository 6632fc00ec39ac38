import { BufferAttribute, type BufferGeometry } from 'three';
import { mergeGeometries, mergeVertices } from 'three/addons/utils/BufferGeometryUtils.js';
import type { Vec3 } from './kit/vec3';

/** Plain arrays of one surface, ready for a file. Normals are signed bytes. */
export interface MeshData {
  readonly position: Float32Array<ArrayBuffer>;
  readonly normal: Int8Array<ArrayBuffer>;
  readonly uv: Float32Array<ArrayBuffer> | null;
  readonly index: Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;
}

interface MeshOptions {
  /** What becomes the origin. */
  readonly pivot: Vec3;
  /** Metres per texture repeat; absent where the shape carries its own mapping, null where it needs none. */
  readonly uvScale: number | null;
}

/** Joins shapes of one material into one indexed surface, its equal vertices shared. */
export function joinShapes(shapes: readonly BufferGeometry[], { pivot, uvScale }: MeshOptions): MeshData {
  const bare = shapes.map((shape) => prepared(shape, pivot, uvScale));
  const joined = mergeVertices(mergeGeometries(bare), 1e-4);
  return {
    position: Float32Array.from(joined.getAttribute('position').array, onGrid),
    normal: signedBytes(joined.getAttribute('normal').array),
    uv: uvScale === null ? null : new Float32Array(joined.getAttribute('uv').array),
    index: wholeTriangles(joined),
  };
}

function prepared(shape: BufferGeometry, pivot: Vec3, uvScale: number | null): BufferGeometry {
  const bare = shape.clone().translate(-pivot[0], -pivot[1], -pivot[2]);
  for (const name of Object.keys(bare.attributes)) {
    if (name !== 'position' && name !== 'normal' && name !== 'uv') bare.deleteAttribute(name);
  }
  if (uvScale === null) bare.deleteAttribute('uv');
  else if (uvScale !== 1) {
    const uv = bare.getAttribute('uv');
    bare.setAttribute(
      'uv',
      new BufferAttribute(
        Float32Array.from(uv.array, (value) => value * uvScale),
        2,
      ),
    );
  }
  return bare;
}

/** A hundredth of a millimetre: equal parts in different places must not differ by rounding. */
const onGrid = (metres: number): number => Math.round(metres * 1e5) / 1e5;

function signedBytes(values: ArrayLike<number>): Int8Array<ArrayBuffer> {
  return Int8Array.from({ length: values.length }, (_, i) => Math.round((values[i] ?? 0) * 127));
}

/** Leaves out the triangles that have no area: the poles of turned shapes, and what welding closed. */
function wholeTriangles(geometry: BufferGeometry): MeshData['index'] {
  const corners = geometry.getIndex()?.array ?? [];
  const kept: number[] = [];
  for (let i = 0; i < corners.length; i += 3) {
    const [a = 0, b = 0, c = 0] = [corners[i], corners[i + 1], corners[i + 2]];
    if (a !== b && b !== c && c !== a) kept.push(a, b, c);
  }
  const vertices = geometry.getAttribute('position').count;
  return vertices > 65535 ? new Uint32Array(kept) : new Uint16Array(kept);
}
