import type { GltfJson, GltfNode } from './gltf-json';
import { at } from './guard-data';
import { MODEL_LIMITS } from './limits';
import { ModelRefusal } from './refusal';
import { meshTriangles } from './triangles';

/** The nodes form trees: no loop, no second parent, no endless depth. */
export function guardNodes(gltf: GltfJson): void {
  const parents = new Int32Array(gltf.nodes.length).fill(-1);
  gltf.nodes.forEach((node, i) => {
    for (const child of node.children ?? []) {
      at(gltf.nodes, child, `nodes/${i}`);
      if (parents[child] !== -1 || child === i) {
        throw new ModelRefusal(
          'node_shared',
          `Part ${child} of the model is inside two others, or inside itself.`,
          { node: child },
        );
      }
      parents[child] = i;
    }
  });
  gltf.nodes.forEach((_node, i) => {
    guardDepth(parents, i);
  });
  for (const [i, scene] of gltf.scenes.entries()) {
    for (const root of scene.nodes ?? []) at(gltf.nodes, root, `scenes/${i}`);
  }
}

/** With one parent each, whoever does not reach a root within the allowed depth goes round in a loop or is too deep. */
function guardDepth(parents: Int32Array, node: number): void {
  let depth = 0;
  for (let above = parents[node] ?? -1; above !== -1; above = parents[above] ?? -1) {
    depth += 1;
    if (above === node)
      throw new ModelRefusal('node_loop', 'The parts of the model contain each other in a loop.');
    if (depth > MODEL_LIMITS.depth) {
      throw new ModelRefusal(
        'too_deep',
        `The parts of the model are nested more than ${MODEL_LIMITS.depth} levels deep.`,
        {
          max: MODEL_LIMITS.depth,
        },
      );
    }
  }
}

/** What the viewer would have to draw is bounded, and there is something to draw. */
export function guardDrawing(gltf: GltfJson): void {
  const triangles = gltf.meshes.map((mesh, i) => meshTriangles(gltf, mesh, i));
  let drawnTriangles = 0;
  let drawnPrimitives = 0;
  gltf.nodes.forEach((node, i) => {
    if (node.mesh === undefined) return;
    const mesh = at(gltf.meshes, node.mesh, `nodes/${i}`);
    drawnTriangles += (triangles[node.mesh] ?? 0) * copies(gltf, node, i);
    drawnPrimitives += mesh.primitives.length;
  });
  if (drawnTriangles === 0) {
    throw new ModelRefusal('no_surface', 'The model has no surface: there is not one triangle to show.');
  }
  const { drawnTriangles: max, drawnPrimitives: primitivesMax } = MODEL_LIMITS;
  if (drawnTriangles > max) {
    const count = Math.floor(drawnTriangles);
    throw new ModelRefusal(
      'too_many_triangles',
      `The model has ${count} triangles; at most ${max} can be shown. Simplify it first.`,
      { count, max },
    );
  }
  if (drawnPrimitives > primitivesMax) {
    throw new ModelRefusal(
      'too_many',
      `The model has ${drawnPrimitives} separate pieces; at most ${primitivesMax} can be shown.`,
      {
        what: 'pieces',
        count: drawnPrimitives,
        max: primitivesMax,
      },
    );
  }
  guardMorphs(gltf);
}

/** How often a node draws its mesh. */
function copies(gltf: GltfJson, node: GltfNode, index: number): number {
  const instancing = node.extensions?.EXT_mesh_gpu_instancing;
  if (!instancing) return 1;
  const counts = Object.values(instancing.attributes).map(
    (accessor) => at(gltf.accessors, accessor, `nodes/${index}`).count,
  );
  return Math.max(1, ...counts);
}

function guardMorphs(gltf: GltfJson): void {
  let vertices = 0;
  for (const [i, mesh] of gltf.meshes.entries()) {
    for (const primitive of mesh.primitives) {
      for (const target of primitive.targets ?? []) {
        for (const accessor of Object.values(target))
          vertices += at(gltf.accessors, accessor, `meshes/${i}`).count;
      }
    }
  }
  if (vertices <= MODEL_LIMITS.morphVertices) return;
  throw new ModelRefusal(
    'too_many',
    `The model's morph targets have ${vertices} vertices; at most ${MODEL_LIMITS.morphVertices} are read.`,
    {
      what: 'morphs',
      count: vertices,
      max: MODEL_LIMITS.morphVertices,
    },
  );
}
