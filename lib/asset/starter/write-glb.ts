import {
  type Accessor,
  Document,
  type Buffer as GltfBuffer,
  type Mesh,
  type Node,
  NodeIO,
} from '@gltf-transform/core';
import { KHRMeshQuantization } from '@gltf-transform/extensions';
import { dedup } from '@gltf-transform/functions';
import { GltfMaterials } from './gltf-materials';
import type { Part } from './kit/part';
import { ORIGIN, subtract, type Vec3 } from './kit/vec3';
import { isTextured, MATERIALS, type MaterialName, materialDefinition, type TextureName } from './materials';
import { joinShapes, type MeshData } from './part-mesh';
import { TEXTURES } from './texture/textures';

/**
 * Writes a machine as a GLB: a node per part, placed at the part's pivot, with one primitive per material. Equal parts
 * share their mesh. The same machine always gives the same bytes.
 *
 * Normals are bytes (KHR_mesh_quantization, which every loader of the last years reads); positions stay floats, as
 * quantised ones would need a scale on the node and so take the part's own space away.
 */
export async function writeGlb(machine: Part): Promise<Uint8Array> {
  const document = new Document();
  document.createExtension(KHRMeshQuantization).setRequired(true);
  const writer = new PartWriter(document);
  const scene = document.createScene(machine.name).addChild(await writer.node(machine, ORIGIN));
  document.getRoot().setDefaultScene(scene);
  await document.transform(dedup());
  return new NodeIO().registerExtensions([KHRMeshQuantization]).writeBinary(document);
}

class PartWriter {
  private readonly materials: GltfMaterials;
  private readonly buffer: GltfBuffer;

  constructor(private readonly document: Document) {
    this.materials = new GltfMaterials(document);
    this.buffer = document.createBuffer();
  }

  async node(part: Part, parentPivot: Vec3): Promise<Node> {
    const [x, y, z] = subtract(part.pivot, parentPivot);
    const node = this.document
      .createNode(part.name)
      .setTranslation([x, y, z])
      .setExtras({ ...part.extras });
    if (part.surfaces.size > 0) node.setMesh(await this.mesh(part));
    for (const child of part.children) node.addChild(await this.node(child, part.pivot));
    return node;
  }

  private async mesh(part: Part): Promise<Mesh> {
    const mesh = this.document.createMesh();
    for (const name of MATERIAL_ORDER) {
      const shapes = part.surfaces.get(name);
      if (!shapes) continue;
      const data = joinShapes(shapes, { pivot: part.pivot, uvScale: uvScale(name) });
      mesh.addPrimitive(this.primitive(data).setMaterial(await this.materials.get(name)));
    }
    return mesh;
  }

  private primitive({ position, normal, uv, index }: MeshData) {
    const primitive = this.document
      .createPrimitive()
      .setAttribute('POSITION', this.accessor('VEC3', position))
      .setAttribute('NORMAL', this.accessor('VEC3', normal).setNormalized(true))
      .setIndices(this.accessor('SCALAR', index));
    return uv ? primitive.setAttribute('TEXCOORD_0', this.accessor('VEC2', uv)) : primitive;
  }

  private accessor(type: 'SCALAR' | 'VEC2' | 'VEC3', array: MeshData[keyof MeshData] & object): Accessor {
    return this.document.createAccessor().setType(type).setArray(array).setBuffer(this.buffer);
  }
}

/** The order of the palette, not of drawing: where shapes are added must not change a file's structure. */
const MATERIAL_ORDER = Object.keys(MATERIALS) as MaterialName[];

/** Repeats of the texture per metre; 1 where shapes are mapped by themselves, null where a material has no texture. */
function uvScale(name: MaterialName): number | null {
  const definition = materialDefinition(name);
  if (!isTextured(definition)) return null;
  const texture: TextureName | undefined =
    definition.roughnessTexture ?? definition.colorTexture ?? definition.glow?.texture;
  const tileM = texture && TEXTURES[texture].tileM;
  return tileM ? 1 / tileM : 1;
}
