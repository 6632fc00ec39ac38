import { Drawing, type Surfaces } from './drawing';
import { partsBounds } from './part-bounds';
import { add, ORIGIN, type Vec3 } from './vec3';

/** What the model file says about a part besides its shape. */
interface PartExtras {
  /** The axis, through the pivot, around which the part turns when the machine runs. */
  readonly turnsAround?: 'x' | 'y' | 'z';
}

/** A named piece of a machine that can be picked, coloured and moved by itself. */
export interface Part {
  readonly name: string;
  /** Where the part's own space has its origin, in the space of the machine: its axis, its hinge, its foot. */
  readonly pivot: Vec3;
  /** Geometry in the space of the machine. */
  readonly surfaces: Surfaces;
  readonly children: readonly Part[];
  readonly extras: PartExtras;
}

interface PartOptions extends PartExtras {
  readonly children?: readonly Part[];
}

export function part(name: string, pivot: Vec3, draw: (m: Drawing) => void, options: PartOptions = {}): Part {
  const { children = [], ...extras } = options;
  const drawing = new Drawing();
  draw(drawing);
  return { name, pivot, surfaces: drawing.surfaces, children, extras };
}

/** Puts parts together into a machine and moves it so that its origin is in the middle of its footprint, on the floor. */
export function assembly(name: string, parts: readonly Part[]): Part {
  const { min, max } = partsBounds(parts);
  const shift: Vec3 = [-(min[0] + max[0]) / 2, -min[1], -(min[2] + max[2]) / 2];
  const children = parts.map((child) => moved(child, shift));
  return { name, pivot: ORIGIN, surfaces: new Map(), children, extras: {} };
}

function moved(part: Part, shift: Vec3): Part {
  const surfaces = new Map(
    [...part.surfaces].map(([material, shapes]) => [
      material,
      shapes.map((shape) => shape.clone().translate(...shift)),
    ]),
  );
  const children = part.children.map((child) => moved(child, shift));
  return { ...part, pivot: add(part.pivot, shift), surfaces, children };
}

/** The part and all parts inside it, outermost first. */
export function* walk(part: Part): Generator<Part> {
  yield part;
  for (const child of part.children) yield* walk(child);
}
