import type { GltfJson, GltfPrimitive } from './gltf-json';
import { at } from './guard-data';

const TRIANGLES = 4;
const STRIP = 5;
const FAN = 6;

function primitiveTriangles(gltf: GltfJson, primitive: GltfPrimitive, place: string): number {
  for (const accessor of Object.values(primitive.attributes)) at(gltf.accessors, accessor, place);
  const source = primitive.indices ?? primitive.attributes.POSITION;
  if (source === undefined) return 0;
  const { count } = at(gltf.accessors, source, place);
  const mode = primitive.mode ?? TRIANGLES;
  if (mode === TRIANGLES) return Math.floor(count / 3);
  if (mode === STRIP || mode === FAN) return Math.max(0, count - 2);
  return 0; // points and lines
}

/** Triangles of a mesh, drawn once. */
export const meshTriangles = (gltf: GltfJson, mesh: GltfJson['meshes'][number], index: number): number =>
  mesh.primitives.reduce((sum, primitive) => sum + primitiveTriangles(gltf, primitive, `meshes/${index}`), 0);
