import { type BufferGeometry, Euler, Matrix4, Quaternion, Vector3 } from 'three';
import type { MaterialName } from '../materials';
import { ORIGIN, type Vec3 } from './vec3';

/** Shapes by the material they are made of. */
export type Surfaces = ReadonlyMap<MaterialName, readonly BufferGeometry[]>;

/**
 * Takes the shapes of one part, each with its material and its place. Places are always in the space of the machine,
 * so that a part can be read, and moved to another part, without arithmetic.
 */
export class Drawing {
  readonly surfaces = new Map<MaterialName, BufferGeometry[]>();
  private frame = new Matrix4();

  add(
    geometry: BufferGeometry,
    material: MaterialName,
    position: Vec3 = ORIGIN,
    rotation: Vec3 = ORIGIN,
  ): this {
    const placed = geometry.index ? geometry.toNonIndexed() : geometry.clone();
    placed.applyMatrix4(this.frame.clone().multiply(placement(position, rotation)));
    const shapes = this.surfaces.get(material);
    if (shapes) shapes.push(placed);
    else this.surfaces.set(material, [placed]);
    return this;
  }

  /** All that `draw` adds is placed together, in a frame of its own. */
  at(position: Vec3, rotation: Vec3, draw: () => void): this {
    const outer = this.frame;
    this.frame = outer.clone().multiply(placement(position, rotation));
    draw();
    this.frame = outer;
    return this;
  }
}

function placement(position: Vec3, rotation: Vec3): Matrix4 {
  return new Matrix4().compose(
    new Vector3(...position),
    new Quaternion().setFromEuler(new Euler(...rotation)),
    new Vector3(1, 1, 1),
  );
}
