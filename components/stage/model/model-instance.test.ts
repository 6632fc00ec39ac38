import { Box3, BoxGeometry, Group, Mesh, MeshStandardMaterial, type Object3D, Vector3 } from 'three';
import { describe, expect, it } from 'vitest';
import type { LoadedModel } from './load-model';
import { ModelInstance } from './model-instance';
import { VariantMaterials } from './variant-materials';

/** drive (node 0) holds a motor (node 1) and a base (node 2, no part of its own). */
function model(): LoadedModel {
  const steel = new MeshStandardMaterial({ color: '#808080', metalness: 1 });
  const scene = new Group();
  const drive = new Group();
  const motor = new Mesh(new BoxGeometry(1, 1, 1), steel);
  motor.position.set(0, 2, 0);
  const base = new Mesh(new BoxGeometry(2, 1, 2), steel);
  drive.add(motor, base);
  scene.add(drive);
  scene.updateMatrixWorld(true);
  const nodes = new Map<Object3D, number>([
    [drive, 0],
    [motor, 1],
    [base, 2],
  ]);
  return {
    scene,
    nodes,
    box: new Box3().setFromObject(scene),
    skinned: false,
    variants: new VariantMaterials(),
    dispose: () => {},
  };
}

const PARTS = [
  { id: 'Drive', node: 0 },
  { id: 'Drive/Motor', node: 1 },
];
const meshAt = (instance: ModelInstance, partId: string): Mesh => {
  const [mesh] = instance.meshesOf(partId);
  if (!mesh) throw new Error(`no mesh in ${partId}`);
  return mesh;
};

describe('an instance of a model', () => {
  it('finds parts by node index, in its own copy', () => {
    const loaded = model();
    const a = new ModelInstance(loaded, PARTS);
    const b = new ModelInstance(loaded, PARTS);
    expect(a.part('Drive/Motor')).toBeDefined();
    expect(a.part('Drive/Motor')).not.toBe(b.part('Drive/Motor'));
    expect(a.part('Nowhere')).toBeUndefined();
  });

  it('shares geometry and materials with other instances', () => {
    const loaded = model();
    const a = meshAt(new ModelInstance(loaded, PARTS), 'Drive/Motor');
    const b = meshAt(new ModelInstance(loaded, PARTS), 'Drive/Motor');
    expect(a.geometry).toBe(b.geometry);
    expect(a.material).toBe(b.material);
  });

  it('says which part a hit object belongs to: the nearest', () => {
    const instance = new ModelInstance(model(), PARTS);
    expect(instance.partAt(meshAt(instance, 'Drive/Motor'))).toBe('Drive/Motor');
    const base = instance.meshesOf('Drive').find((mesh) => !instance.meshesOf('Drive/Motor').includes(mesh));
    expect(base && instance.partAt(base)).toBe('Drive');
    expect(instance.partAt(instance.object)).toBeNull();
  });

  it('makes only the alarmed part glow, with one material for all instances, and takes it off again', () => {
    const loaded = model();
    const a = new ModelInstance(loaded, PARTS);
    const b = new ModelInstance(loaded, PARTS);
    const plain = meshAt(a, 'Drive/Motor').material;
    const alarm = new Map([['Drive/Motor', { color: '#ff1d12', intensity: 1 }]]);
    a.dress(alarm, false);
    b.dress(alarm, false);
    const glowing = meshAt(a, 'Drive/Motor').material;
    expect(glowing).not.toBe(plain);
    expect(meshAt(b, 'Drive/Motor').material).toBe(glowing);
    expect(glowing instanceof MeshStandardMaterial && glowing.emissive.r).toBeGreaterThan(0.9);
    const others = a.meshesOf('Drive').filter((mesh) => mesh !== meshAt(a, 'Drive/Motor'));
    expect(others.every((mesh) => mesh.material === plain)).toBe(true);
    a.dress(undefined, false);
    expect(meshAt(a, 'Drive/Motor').material).toBe(plain);
  });

  it('lets the rest recede but not what is alarmed', () => {
    const instance = new ModelInstance(model(), PARTS);
    instance.dress(new Map([['Drive/Motor', { color: '#ff1d12', intensity: 1 }]]), true);
    const motor = meshAt(instance, 'Drive/Motor');
    const [base] = instance.meshesOf('Drive').filter((mesh) => mesh !== motor);
    expect(base?.material).not.toBe(motor.material);
  });

  it('knows the bounds of a part wherever the instance stands', () => {
    const instance = new ModelInstance(model(), PARTS);
    instance.object.position.set(10, 0, 0);
    instance.object.updateMatrixWorld(true);
    const centre = instance.partBox('Drive/Motor').getCenter(new Vector3());
    expect(centre.toArray()).toEqual([0, 2, 0]);
  });
});
