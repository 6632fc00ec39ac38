/** A point or a direction in metres; y is up and the front of a machine looks to +z. */
export type Vec3 = readonly [x: number, y: number, z: number];

export const ORIGIN: Vec3 = [0, 0, 0];

export const add = (a: Vec3, b: Vec3): Vec3 => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];

export const subtract = (a: Vec3, b: Vec3): Vec3 => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];

/**
 * Reads a flat list of coordinates as points. Shapes are written as flat lists ("x y z  x y z"), the way SVG
 * writes its points, because a profile of twenty nested pairs would fill a page.
 */
export function triples(flat: readonly number[]): Vec3[] {
  return groups(flat, 3).map(([x = 0, y = 0, z = 0]) => [x, y, z]);
}

export function pairs(flat: readonly number[]): [number, number][] {
  return groups(flat, 2).map(([a = 0, b = 0]) => [a, b]);
}

function groups(flat: readonly number[], size: number): number[][] {
  if (flat.length % size !== 0) throw new Error(`${flat.length} coordinates are not points of ${size}`);
  return Array.from({ length: flat.length / size }, (_, i) => flat.slice(i * size, (i + 1) * size));
}
