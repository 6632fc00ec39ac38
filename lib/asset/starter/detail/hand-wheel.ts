import { TorusGeometry } from 'three';
import type { Drawing } from '../kit/drawing';
import { cylinder, rod } from '../kit/turned';
import type { Vec3 } from '../kit/vec3';

/** A hand wheel that lies level, its hub at `centre`. */
export function handWheel(m: Drawing, centre: Vec3, radius: number): void {
  m.at(centre, [0, 0, 0], () => {
    m.add(new TorusGeometry(radius, radius * 0.09, 8, 28), 'polymer', [0, 0, 0], [Math.PI / 2, 0, 0]);
    m.add(cylinder(radius * 0.2, radius * 0.24, 0.003, 16), 'polymer', [0, radius * -0.12, 0]);
    for (let i = 0; i < 4; i++) {
      m.at([0, 0, 0], [0, (i * Math.PI) / 2, 0], () => {
        m.add(rod(radius * 0.06, radius * 0.9, 8), 'polymer', [0, 0, 0], [Math.PI / 2, 0, 0]);
      });
    }
  });
}
