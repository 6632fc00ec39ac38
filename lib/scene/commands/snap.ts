import type { Vector3Tuple } from '../schema';

/** Rounds to a step; a step of 0 leaves the value. Rounded to 6 digits so that 0.1 × 3 is 0.3 in the document. */
export const snapValue = (value: number, step: number): number =>
  Number((step > 0 ? Math.round(value / step) * step : value).toFixed(6));

/** Snaps a position to the grid on the floor; the height is left alone unless asked for. */
export const snapToGrid = (position: Vector3Tuple, step: number, height = false): Vector3Tuple => [
  snapValue(position[0], step),
  height ? snapValue(position[1], step) : position[1],
  snapValue(position[2], step),
];
