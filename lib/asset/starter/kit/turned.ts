import { type BufferGeometry, CylinderGeometry } from 'three';
import { lathe, outline } from './lathe';
import { scaleUv } from './metric-uv';

/** A bevelled cylinder or, with another radius at its top, a cone; it stands on y = 0. */
export const cylinder = (radius: number, height: number, bevel = 0.008, sides = 28, topRadius = radius) =>
  lathe(outline([0, 0, radius, 0, topRadius, height, 0, height]), bevel, sides);

/** A flange, a clamp or a collar. */
export const ring = (inner: number, outer: number, height: number, bevel = 0.006, sides = 40) =>
  lathe(outline([inner, 0, outer, 0, outer, height, inner, height, inner, 0]), bevel, sides);

/** A plain pin, for what repeats by the dozen. */
export const rod = (radius: number, height: number, sides = 10): BufferGeometry =>
  new CylinderGeometry(radius, radius, height, sides).translate(0, height / 2, 0);

/** A thin cone or cylinder without ends, whose texture closes around it. */
export function openCone(
  radius: number,
  topRadius: number,
  height: number,
  sides: number,
  tileM = 0.095,
): BufferGeometry {
  const widest = 2 * Math.PI * Math.max(radius, topRadius);
  const around = Math.round(widest / tileM) * tileM;
  const shell = new CylinderGeometry(topRadius, radius, height, sides, 1, true).translate(0, height / 2, 0);
  return scaleUv(shell, around, Math.hypot(height, topRadius - radius));
}
