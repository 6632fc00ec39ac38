import { PlaneGeometry } from 'three';
import type { Drawing } from '../kit/drawing';
import { plate } from '../kit/plate';
import type { Vec3 } from '../kit/vec3';

interface TerminalOptions {
  readonly width?: number;
  readonly height?: number;
  /** Leans back when negative. */
  readonly tilt?: number;
  readonly turn?: number;
}

/** An operator terminal: a dark bezel around a lit screen, its back at `position`. */
export function terminal(m: Drawing, position: Vec3, options: TerminalOptions = {}): void {
  const { width = 0.36, height = 0.26, tilt = -0.12, turn = 0 } = options;
  m.at(position, [0, turn, 0], () => {
    m.at([0, 0, 0], [tilt, 0, 0], () => {
      m.add(plate(width + 0.05, height + 0.06, 0.05, { corner: 0.018, bevel: 0.008 }), 'polymer');
      m.add(new PlaneGeometry(width, height), 'screen', [0, 0.004, 0.0515]);
    });
  });
}
