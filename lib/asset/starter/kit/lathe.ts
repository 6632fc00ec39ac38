import { type BufferGeometry, LatheGeometry, Vector2 } from 'three';
import { scaleUv } from './metric-uv';
import { pairs } from './vec3';

export interface ProfilePoint {
  readonly radius: number;
  readonly y: number;
  /** Part of a curve: gets no bevel. */
  readonly smooth?: boolean;
}

/** Corners of a turned profile, bottom to top, as a flat list of radius and height. */
export const outline = (flat: readonly number[]): ProfilePoint[] =>
  pairs(flat).map(([radius, y]) => ({ radius, y }));

/** A dished head: from radius at height y up to the axis. A negative rise makes a bottom head, still from the rim inwards. */
export function dome(radius: number, y: number, rise: number, steps = 9): ProfilePoint[] {
  return Array.from({ length: steps + 1 }, (_, i) => {
    const angle = ((i / steps) * Math.PI) / 2;
    return { radius: radius * Math.cos(angle), y: y + rise * Math.sin(angle), smooth: true };
  });
}

/** A dished bottom, from the axis out to the rim at height y. */
export const bottomDome = (radius: number, y: number, drop: number, steps = 9): ProfilePoint[] =>
  dome(radius, y, -drop, steps).reverse();

/**
 * Turns a profile around y. Each corner becomes a bevel with a support loop on either side: the lathe averages its
 * normals, and without the loops a flat flange would shade like a ball.
 */
export function lathe(profile: readonly ProfilePoint[], bevel = 0.01, mostSides = 40): BufferGeometry {
  const widest = Math.max(...profile.map((point) => point.radius));
  const sides = Math.min(mostSides, Math.max(8, Math.round(10 + widest * 75)));
  const points = bevelled(profile, bevel);
  const turned = new LatheGeometry(points, sides);
  return scaleUv(turned, Math.max(1, Math.round(2 * Math.PI * widest)), length(points));
}

function bevelled(profile: readonly ProfilePoint[], bevel: number): Vector2[] {
  const points = profile.map((point) => new Vector2(Math.max(point.radius, 0), point.y));
  return points.flatMap((corner, i) => {
    const before = points[i - 1];
    const after = points[i + 1];
    if (!before || !after || profile[i]?.smooth) return [corner];
    const back = before.clone().sub(corner);
    const on = after.clone().sub(corner);
    const cut = Math.min(bevel, back.length() / 4.2, on.length() / 4.2);
    back.setLength(cut);
    on.setLength(cut);
    const edges = [corner.clone().add(back), corner.clone().add(on)];
    if (bevel <= 0.0035) return edges;
    return [corner.clone().addScaledVector(back, 2), ...edges, corner.clone().addScaledVector(on, 2)];
  });
}

function length(points: readonly Vector2[]): number {
  return points.reduce((sum, point, i) => sum + point.distanceTo(points[i - 1] ?? point), 0);
}
