import { createHash } from 'node:crypto';
import { startOf, storableText } from '@/lib/storable-text';
import type { PartNode } from '../schema';
import type { GltfJson } from './gltf-json';
import { meshTriangles } from './triangles';

/** Beyond this the tree is cut at the bottom: nobody finds a screw among 50,000, and each page would carry them all. */
const PARTS_MAX = 5_000;
const NAME_LENGTH_MAX = 80;
/** An anchor holds a part's id in at most 400 characters. */
const ID_LENGTH_MAX = 300;

type Pending = { part: PartNode; node: number };

/** Roots of the scene that is shown: the default one, or all nodes without a parent when the file has no scene. */
export function sceneRoots(gltf: GltfJson): number[] {
  const scene = gltf.scenes[gltf.scene ?? 0];
  if (scene) return scene.nodes ?? [];
  const children = new Set(gltf.nodes.flatMap((node) => node.children ?? []));
  return gltf.nodes.map((_node, i) => i).filter((i) => !children.has(i));
}

/** Triangles below and at each node. The nodes are trees (guard-nodes.ts), so each is counted once. */
function countTriangles(gltf: GltfJson): number[] {
  const meshes = gltf.meshes.map((mesh, i) => meshTriangles(gltf, mesh, i));
  const counts: number[] = new Array(gltf.nodes.length).fill(0);
  const count = (index: number): number => {
    const node = gltf.nodes[index];
    if (!node) return 0;
    let total = node.mesh === undefined ? 0 : (meshes[node.mesh] ?? 0);
    for (const child of node.children ?? []) total += count(child);
    counts[index] = total;
    return total;
  };
  for (const root of sceneRoots(gltf)) count(root);
  return counts;
}

/** A slash parts the names of an id, so no name may hold one. */
const cleanName = (name: string | undefined): string =>
  startOf(
    storableText(name ?? '')
      .replace(/\p{Cc}/gu, ' ')
      .replaceAll('/', '∕')
      .trim(),
    NAME_LENGTH_MAX,
  ).trim();

/**
 * The parts tree of a model: its nodes that hold something visible, each with an id that stays the same when the
 * model is exported again (`Drive/Main motor`, the second of a name `Bolt#2`), because widgets hang on it.
 */
export function readParts(gltf: GltfJson): PartNode[] {
  const triangles = countTriangles(gltf);
  const freeId = idMaker();
  let parts = 0;

  const makeParts = (nodes: readonly number[], parentId: string | undefined): Pending[] => {
    const made: Pending[] = [];
    for (const index of nodes) {
      const node = gltf.nodes[index];
      const count = triangles[index] ?? 0;
      if (!node || count === 0 || parts >= PARTS_MAX) continue;
      parts += 1;
      const meshName = node.mesh === undefined ? undefined : gltf.meshes[node.mesh]?.name;
      const name = cleanName(node.name) || cleanName(meshName) || 'Part';
      const id = freeId(parentId, name);
      made.push({ part: { id, name, node: index, triangles: count, children: [] }, node: index });
    }
    return made;
  };

  // Level by level, so that a cut takes the deepest parts and not half the machine.
  const roots = makeParts(sceneRoots(gltf), undefined);
  let level = roots;
  while (level.length > 0) {
    level = level.flatMap(({ part, node }) => {
      const below = makeParts(gltf.nodes[node]?.children ?? [], part.id);
      part.children = below.map((pending) => pending.part);
      return below;
    });
  }
  return roots.map((pending) => pending.part);
}

/** Hands out each id once; remembers where it stopped counting, as thousands of parts may share a name. */
function idMaker(): (parentId: string | undefined, name: string) => string {
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  return (parentId, name) => {
    const path = parentId === undefined ? name : `${parentId}/${name}`;
    const base = path.length <= ID_LENGTH_MAX ? path : `~${sha256(parentId ?? '').slice(0, 16)}/${name}`;
    let n = (counts.get(base) ?? 0) + 1;
    while (taken.has(numbered(base, n))) n += 1;
    counts.set(base, n);
    taken.add(numbered(base, n));
    return numbered(base, n);
  };
}

const numbered = (base: string, n: number): string => (n === 1 ? base : `${base}#${n}`);

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** How many parts a tree has. */
export const countParts = (parts: readonly PartNode[]): number =>
  parts.reduce((sum, part) => sum + 1 + countParts(part.children), 0);
