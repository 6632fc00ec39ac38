import { box } from '../kit/box';
import type { Drawing } from '../kit/drawing';
import { plate } from '../kit/plate';
import { add, type Vec3 } from '../kit/vec3';

interface LouvreOptions {
  readonly width?: number;
  readonly slats?: number;
  readonly pitch?: number;
}

/** A ventilation grille on a surface that faces +z, centred on `position`. */
export function louvres(m: Drawing, position: Vec3, options: LouvreOptions = {}): void {
  const { width = 0.3, slats = 6, pitch = 0.03 } = options;
  m.add(
    plate(width + 0.04, slats * pitch + 0.03, 0.012, { corner: 0.01, bevel: 0.004 }),
    'greyPaint',
    position,
  );
  const slat = box(width, 0.012, 0.012, 0);
  for (let i = 0; i < slats; i++) {
    m.add(slat, 'polymer', add(position, [0, (i - (slats - 1) / 2) * pitch - 0.006, 0.01]), [0.5, 0, 0]);
  }
}
