import { type BufferGeometry, ExtrudeGeometry, Path, Shape, Vector2 } from 'three';
import { type Rectangle, roundedRectangle } from './rounded-rectangle';

interface RoundHole {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

type Hole = RoundHole | Rectangle;

interface PlateOptions {
  /** Radius of the corners. */
  readonly corner?: number;
  readonly bevel?: number;
  readonly holes?: readonly Hole[];
}

/** A flat panel in the xy plane, its back on z = 0, centred on x and y: doors, windows, front plates with openings. */
export function plate(
  width: number,
  height: number,
  thickness: number,
  options: PlateOptions = {},
): BufferGeometry {
  const { corner = 0.02, bevel = 0.005, holes = [] } = options;
  const shape = roundedRectangle(new Shape(), {
    x: 0,
    y: 0,
    width: width - bevel * 2,
    height: height - bevel * 2,
    radius: corner,
  });
  shape.holes = holes.map(cut);
  return new ExtrudeGeometry(shape, {
    depth: thickness - bevel * 2,
    bevelEnabled: true,
    bevelSize: bevel,
    bevelThickness: bevel,
    bevelSegments: width > 0.8 && bevel >= 0.008 ? 2 : 1,
    curveSegments: 5,
  }).translate(0, 0, bevel);
}

const ROUND_HOLE_SIDES = 60;

const isRound = (hole: Hole): hole is RoundHole => !('width' in hole);

function cut(hole: Hole): Path {
  if (!isRound(hole)) return roundedRectangle(new Path(), hole);
  // As points, so that the big circle does not also divide the small corners of the plate.
  return new Path(
    Array.from({ length: ROUND_HOLE_SIDES }, (_, i) => {
      const angle = (-2 * Math.PI * i) / ROUND_HOLE_SIDES;
      return new Vector2(hole.x + hole.radius * Math.cos(angle), hole.y + hole.radius * Math.sin(angle));
    }),
  );
}
