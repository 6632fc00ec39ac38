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
 * The closest camera that looks along `-direction` and has all points inside the free area, which the view offset has
 * put in the middle of the picture. Exact: each point gives one linear bound per edge; no search, no bounding sphere.
 */
export function fitView(
  points: readonly Vector3[],
  direction: Vector3,
  fieldOfView: number,
  viewport: Viewport,
  free: FreeArea,
): Fit {
  const back = direction.clone().normalize();
  const right = new Vector3().crossVectors(UP, back);
  // Straight from above or below there is no horizon: keep north up.
  if (right.lengthSq() < 1e-8) right.set(1, 0, 0);
  right.normalize();
  const up = new Vector3().crossVectors(back, right);

  const half = Math.tan(MathUtils.degToRad(fieldOfView) / 2) / viewport.height;
  const slopeX = half * (free.right - free.left);
  const slopeY = half * (free.bottom - free.top);

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
    mostRight = Math.max(mostRight, x + z * slopeX);
    mostLeft = Math.max(mostLeft, -x + z * slopeX);
    mostUp = Math.max(mostUp, y + z * slopeY);
    mostDown = Math.max(mostDown, -y + z * slopeY);
    nearest = Math.max(nearest, z);
    farthest = Math.min(farthest, z);
  }
  if (!Number.isFinite(nearest)) return { position: back.clone().multiplyScalar(6), target: new Vector3() };

  const depth = Math.max(
    (mostRight + mostLeft) / (2 * slopeX),
    (mostUp + mostDown) / (2 * slopeY),
    nearest + 0.05,
  );
  const x = (mostRight - mostLeft) / 2;
  const y = (mostUp - mostDown) / 2;
  const inPlane = right.clone().multiplyScalar(x).addScaledVector(up, y);
  return {
    position: inPlane.clone().addScaledVector(back, depth),
    target: inPlane.addScaledVector(back, (nearest + farthest) / 2),
  };
}
