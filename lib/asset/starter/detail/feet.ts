import type { Drawing } from '../kit/drawing';
import { cylinder, rod } from '../kit/turned';

/** Levelling feet at the corners of a footprint. A machine that stands clear of the floor looks like it has weight. */
export function feet(m: Drawing, width: number, depth: number, height = 0.1, x = 0, z = 0): void {
  const pad = cylinder(0.045, 0.022, 0.0035, 16);
  const stem = rod(0.016, height, 8);
  for (const sx of [-0.5, 0.5]) {
    for (const sz of [-0.5, 0.5]) {
      m.add(pad, 'polymer', [x + sx * width, 0, z + sz * depth]);
      m.add(stem, 'steel', [x + sx * width, 0.01, z + sz * depth]);
    }
  }
}
