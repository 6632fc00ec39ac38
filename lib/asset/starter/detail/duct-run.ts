import { box } from '../kit/box';
import { type Part, part } from '../kit/part';
import { plate } from '../kit/plate';
import { cylinder } from '../kit/turned';
import type { Vec3 } from '../kit/vec3';

/** A straight supply duct along x: six metres, its underside at 3.3 m. */
export const DUCT = { length: 6, bottom: 3.3, width: 0.56, height: 0.44 } as const;

const FORWARD: Vec3 = [Math.PI / 2, 0, 0];
const STIFFENER_PITCH = 1.5;

export const ductRun = (): Part =>
  part('Duct run', [0, DUCT.bottom, 0], (m) => {
    const { length, bottom, width, height } = DUCT;
    m.add(box(length, height, width, 0), 'foil', [0, bottom, 0]);
    for (let x = -length / 2; x <= length / 2; x += STIFFENER_PITCH) {
      // Half frames at the ends, so that two runs meet in one flange.
      const end = Math.sign(x) * Number(Math.abs(x) === length / 2);
      m.add(box(end ? 0.025 : 0.05, height + 0.07, width + 0.07, 0.006), 'darkSteel', [
        x - end * 0.0125,
        bottom - 0.035,
        0,
      ]);
    }
    // An inspection hatch with its two knobs, and a measuring port.
    const hatch = { x: -2.25, y: bottom + height / 2, z: width / 2 };
    m.add(plate(0.42, 0.26, 0.014, { corner: 0.02 }), 'foil', [hatch.x, hatch.y, hatch.z]);
    for (const x of [-0.17, 0.17]) {
      m.add(cylinder(0.018, 0.03, 0.003, 16), 'polymer', [hatch.x + x, hatch.y, hatch.z + 0.01], FORWARD);
    }
    m.add(cylinder(0.03, 0.04, 0.003, 18), 'darkSteel', [2.25, hatch.y, hatch.z], FORWARD);
    m.add(cylinder(0.012, 0.09, 0.003, 12), 'polymer', [2.25, hatch.y, hatch.z], FORWARD);
  });

/** Cantilever posts that carry a duct from behind. */
export const ductSupports = (): Part =>
  part('Supports', [0, 0, -0.42], (m) => {
    const { bottom } = DUCT;
    for (const x of [-1.5, 1.5]) {
      m.add(box(0.1, bottom - 0.1, 0.1), 'greyPaint', [x, 0.02, -0.42]);
      m.add(box(0.22, 0.025, 0.22, 0.006), 'slate', [x, 0, -0.42]);
      m.add(box(0.1, 0.1, 0.9), 'greyPaint', [x, bottom - 0.135, -0.02]);
      m.add(box(0.06, 0.6, 0.06, 0.008), 'greyPaint', [x, bottom - 0.55, -0.4], [0.8, 0, 0]);
    }
  });
