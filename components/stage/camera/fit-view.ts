import { MathUtils, Vector3 } from 'three';
import type { FreeArea, Viewport } from './free-area';

export interface Fit {
  position: Vector3;
  target: Vector3;
}

/** Degrees. Long lenses keep machines upright and calm. */
export const FIELD_OF_VIEW = 24;

const UP = new Vector3(0, 1, 0);

/** Unit vector from what is looked at to the camera. Azimuth 0 looks from +z, elevation 0 from the side. */
export function directionFrom(azimuth: number, elevation: number): Vector3 {
  return new Vector3(
    Math.sin(azimuth) * Math.cos(elevation),
    Math.sin(elevation),
    Math.cos(azimuth) * Math.cos(elevation),
  );
}

/**
 * The closest camera that looks along `-direction` and has all points inside `area`, when the point looked at is drawn
 * at `axis` (the view offset sees to that). Exact: each point gives one linear bound per edge; no search, no bounding
 * sphere.
 */
export function fitView(
  points: readonly Vector3[],
  direction: Vector3,
  fieldOfView: number,
  viewport: Viewport,
  axis: { x: number; y: number },
  area: FreeArea,
): Fit {
  const back = direction.clone().normalize();
  const right = new Vector3().crossVectors(UP, back);
  // Straight from above or below there is no horizon: keep north up.
  if (right.lengthSq() < 1e-8) right.set(1, 0, 0);
  right.normalize();
  const up = new Vector3().crossVectors(back, right);

  // Metres that one pixel is wide, a metre before the camera.
  const pixel = (2 * Math.tan(MathUtils.degToRad(fieldOfView) / 2)) / viewport.height;
  const toRight = pixel * Math.max(area.right - axis.x, 1);
  const toLeft = pixel * Math.max(axis.x - area.left, 1);
  const toTop = pixel * Math.max(axis.y - area.top, 1);
  const toBottom = pixel * Math.max(area.bottom - axis.y, 1);

  let mostRight = Number.NEGATIVE_INFINITY;
  let mostLeft = Number.NEGATIVE_INFINITY;
  let mostUp = Number.NEGATIVE_INFINITY;
  let mostDown = Number.NEGATIVE_INFINITY;
  let nearest = Number.NEGATIVE_INFINITY;
  let farthest = Number.POSITIVE_INFINITY;
  for (const point of points) {
    const x = point.dot(right);
    const y = point.dot(up);
    const z = point.dot(back);
    mostRight = Math.max(mostRight, x + z * toRight);
    mostLeft = Math.max(mostLeft, -x + z * toLeft);
    mostUp = Math.max(mostUp, y + z * toTop);
    mostDown = Math.max(mostDown, -y + z * toBottom);
    nearest = Math.max(nearest, z);
    farthest = Math.min(farthest, z);
  }
  if (!Number.isFinite(nearest)) return { position: back.clone().multiplyScalar(6), target: new Vector3() };

  const depth = Math.max(
    (mostRight + mostLeft) / (toRight + toLeft),
    (mostUp + mostDown) / (toTop + toBottom),
    nearest + 0.05,
  );
  // The axis that does not decide has room to spare: share it between both sides.
  const x = (mostRight - mostLeft + depth * (toLeft - toRight)) / 2;
  const y = (mostUp - mostDown + depth * (toBottom - toTop)) / 2;
  const inPlane = right.clone().multiplyScalar(x).addScaledVector(up, y);
  return {
    position: inPlane.clone().addScaledVector(back, depth),
    target: inPlane.addScaledVector(back, (nearest + farthest) / 2),
  };
}
