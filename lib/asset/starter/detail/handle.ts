import type { Drawing } from '../kit/drawing';
import { tube } from '../kit/tube';
import type { Vec3 } from '../kit/vec3';

/** A bow handle on a surface that faces +z. */
export function handle(
  m: Drawing,
  position: Vec3,
  length = 0.16,
  lies: 'upright' | 'level' = 'upright',
): void {
  const end = length / 2;
  const bow = tube([0, -end, 0, 0, -end, 0.05, 0, end, 0.05, 0, end, 0], 0.01, 0.025, 6);
  m.add(bow, 'polymer', position, lies === 'level' ? [0, 0, Math.PI / 2] : [0, 0, 0]);
}
