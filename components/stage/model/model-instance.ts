import { Box3, type Material, Matrix4, Mesh, type Object3D } from 'three';
import { clone as cloneSkinned } from 'three/examples/jsm/utils/SkeletonUtils.js';
import type { ModelPart, PartAlarm } from '../types';
import type { LoadedModel } from './load-model';

interface DressedMesh {
  mesh: Mesh;
  original: Material | Material[];
  /** The parts it belongs to, the nearest first. */
  parts: string[];
}

const toLocal = new Matrix4();
const meshBox = new Box3();

/** Walks two trees of the same shape. */
function walkPairs(a: Object3D, b: Object3D, visit: (a: Object3D, b: Object3D) => void): void {
  visit(a, b);
  a.children.forEach((child, index) => {
    const twin = b.children[index];
    if (twin) walkPairs(child, twin, visit);
  });
}

/** One placed copy of a model: its own objects, the shared geometry and materials. */
export class ModelInstance {
  readonly object: Object3D;
  private readonly objects = new Map<string, Object3D>();
  private readonly partOf = new Map<Object3D, string>();
  private readonly meshes: DressedMesh[] = [];

  constructor(
    readonly model: LoadedModel,
    parts: readonly ModelPart[],
  ) {
    this.object = model.skinned ? cloneSkinned(model.scene) : model.scene.clone(true);
    const ids = new Map(parts.map((part) => [part.node, part.id]));
    walkPairs(model.scene, this.object, (original, twin) => {
      const node = model.nodes.get(original);
      const id = node === undefined ? undefined : ids.get(node);
      if (id === undefined) return;
      this.objects.set(id, twin);
      this.partOf.set(twin, id);
    });
    this.object.updateMatrixWorld(true);
    this.object.traverse((object) => {
      if (object instanceof Mesh) {
        this.meshes.push({ mesh: object, original: object.material, parts: this.ancestry(object) });
      }
    });
  }

  part(id: string): Object3D | undefined {
    return this.objects.get(id);
  }

  /** The nearest part that an object of this instance belongs to. */
  partAt(object: Object3D): string | null {
    return this.ancestry(object)[0] ?? null;
  }

  meshesOf(partId: string): Mesh[] {
    return this.meshes.filter((entry) => entry.parts.includes(partId)).map((entry) => entry.mesh);
  }

  /** Bounds of a part in the instance's own space. */
  partBox(partId: string): Box3 {
    const box = new Box3();
    toLocal.copy(this.object.matrixWorld).invert();
    for (const mesh of this.meshesOf(partId)) {
      if (mesh.geometry.boundingBox === null) mesh.geometry.computeBoundingBox();
      if (!mesh.geometry.boundingBox) continue;
      box.union(meshBox.copy(mesh.geometry.boundingBox).applyMatrix4(mesh.matrixWorld).applyMatrix4(toLocal));
    }
    return box;
  }

  /** Puts on what the state asks for: alarms on their parts, and everything else receding when asked. */
  dress(alarms: ReadonlyMap<string, PartAlarm> | undefined, dimmed: boolean): void {
    const { variants } = this.model;
    for (const { mesh, original, parts } of this.meshes) {
      const alarmed = alarms && parts.find((id) => alarms.has(id));
      const alarm = alarmed === undefined ? undefined : alarms?.get(alarmed);
      const wear = (material: Material) =>
        alarm ? variants.alarm(material, alarm) : dimmed ? variants.receding(material) : material;
      mesh.material = Array.isArray(original) ? original.map(wear) : wear(original);
    }
  }

  private ancestry(object: Object3D): string[] {
    const found: string[] = [];
    for (let at: Object3D | null = object; at; at = at === this.object ? null : at.parent) {
      const id = this.partOf.get(at);
      if (id !== undefined) found.push(id);
    }
    return found;
  }
}
