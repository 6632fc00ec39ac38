import { Box3, type BufferGeometry, type Material, Mesh, type Object3D, Texture } from 'three';
import { MeshoptDecoder } from 'three/examples/jsm/libs/meshopt_decoder.module.js';
import { type GLTF, GLTFLoader } from 'three/examples/jsm/loaders/GLTFLoader.js';
import { refineSurface } from '../studio/surface-shader';
import { VariantMaterials } from './variant-materials';

/** A loaded asset: one original that all instances share geometry and materials with. */
export interface LoadedModel {
  scene: Object3D;
  /** Node index of the GLB for each object that stands for a node. */
  nodes: Map<Object3D, number>;
  /** Bounds of the unplaced model. */
  box: Box3;
  skinned: boolean;
  variants: VariantMaterials;
  dispose(): void;
}

function nodeIndices(gltf: GLTF): Map<Object3D, number> {
  const nodes = new Map<Object3D, number>();
  gltf.scene.traverse((object) => {
    const index = gltf.parser.associations.get(object)?.nodes;
    if (index !== undefined) nodes.set(object, index);
  });
  return nodes;
}

const materialsOf = (mesh: Mesh): Material[] =>
  Array.isArray(mesh.material) ? mesh.material : [mesh.material];

/** Gives the file's materials our light and lets its meshes take and throw shadows. */
function refine(scene: Object3D): {
  materials: Set<Material>;
  geometries: Set<BufferGeometry>;
  skinned: boolean;
} {
  const materials = new Set<Material>();
  const geometries = new Set<BufferGeometry>();
  let skinned = false;
  scene.traverse((object) => {
    if (!(object instanceof Mesh)) return;
    skinned ||= 'isSkinnedMesh' in object;
    geometries.add(object.geometry);
    for (const material of materialsOf(object)) {
      if (!materials.has(material)) refineSurface(material);
      materials.add(material);
    }
    const clear = materialsOf(object).every((material) => material.transparent);
    object.castShadow = !clear;
    object.receiveShadow = !clear;
  });
  return { materials, geometries, skinned };
}

function disposeMaterial(material: Material): void {
  for (const value of Object.values(material)) {
    if (!(value instanceof Texture)) continue;
    // Textures of a GLB hold decoded bitmaps, which the collector frees late.
    if (typeof ImageBitmap === 'function' && value.image instanceof ImageBitmap) value.image.close();
    value.dispose();
  }
  material.dispose();
}

/** Loads a GLB with our decoder; nothing is fetched but `url`. */
export async function loadModel(url: string): Promise<LoadedModel> {
  const loader = new GLTFLoader();
  loader.setMeshoptDecoder(MeshoptDecoder);
  const gltf = await loader.loadAsync(url);
  const { materials, geometries, skinned } = refine(gltf.scene);
  gltf.scene.updateMatrixWorld(true);
  const variants = new VariantMaterials();
  return {
    scene: gltf.scene,
    nodes: nodeIndices(gltf),
    box: new Box3().setFromObject(gltf.scene),
    skinned,
    variants,
    dispose() {
      variants.dispose();
      for (const geometry of geometries) geometry.dispose();
      for (const material of materials) disposeMaterial(material);
    },
  };
}
