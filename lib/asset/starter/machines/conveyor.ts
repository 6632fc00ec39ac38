import { belt, beltFrame } from '../detail/belt-conveyor';
import { electricMotor } from '../detail/electric-motor';
import { box } from '../kit/box';
import { assembly, part } from '../kit/part';
import { tube } from '../kit/tube';
import { cylinder, ring } from '../kit/turned';
import type { Vec3 } from '../kit/vec3';
import type { StarterDefinition } from '../starter-definition';

const RUN = { from: -1.5, to: 1.5, top: 0.92, z: 0, width: 0.42 };
const BACKWARD: Vec3 = [-Math.PI / 2, 0, 0];

const frame = () =>
  part('Frame', [0, 0, 0], (m) => {
    beltFrame(m, RUN);
    for (const x of [-1.38, 0.025, 1.38]) m.add(box(0.04, 0.04, 0.42, 0.006), 'steel', [x, 0.28, 0]);
    for (const z of [-0.22, 0.22]) m.add(box(2.76, 0.03, 0.03, 0.006), 'steel', [0, 0.285, z]);
  });

const guideRails = () =>
  part('Guide rails', [0, RUN.top, 0], (m) => {
    for (const z of [-0.13, 0.13]) {
      m.add(
        tube([-1.47, 0.98, z * 1.35, -1.3, 0.98, z, 1.3, 0.98, z, 1.47, 0.98, z * 1.35], 0.008, 0.05, 8),
        'polished',
      );
      for (const x of [-1.1, 0, 1.1])
        m.add(box(0.016, 0.016, 0.11, 0.003), 'darkSteel', [x, 0.972, z + Math.sign(z) * 0.05]);
    }
  });

const driveMotor = () =>
  part('Drive motor', [1.36, 0.86, -0.25], (m) => {
    m.add(box(0.17, 0.19, 0.13, 0.02), 'greyPaint', [1.36, 0.765, -0.325]);
    m.add(ring(0.03, 0.07, 0.02, 0.004, 24), 'darkSteel', [1.36, 0.86, -0.255], BACKWARD);
    electricMotor(m, { at: [1.36, 0.86, -0.38], along: BACKWARD, radius: 0.075, length: 0.2 });
  });

const photoEye = () =>
  part('Photo eye', [-0.7, RUN.top, 0.26], (m) => {
    for (const z of [-0.26, 0.26]) {
      m.add(box(0.03, 0.24, 0.012, 0.003), 'steel', [-0.7, 0.84, z]);
      m.add(box(0.034, 0.07, 0.03, 0.008), 'polymer', [-0.7, 1.02, z - Math.sign(z) * 0.02]);
    }
    m.add(cylinder(0.008, 0.004, 0.001, 12), 'lamp', [-0.7, 1.09, 0.24]);
  });

const cartons = () =>
  part('Cartons', [0, RUN.top, 0], (m) => {
    for (const [i, x] of [-1.12, -0.66, -0.3, 0.18, 0.62, 0.98].entries()) {
      m.add(box(0.2, 0.13, 0.16, 0.004), 'carton', [x, RUN.top, 0], [0, (i % 3) * 0.03, 0]);
      m.add(box(0.202, 0.132, 0.03, 0), 'paint', [x, RUN.top, 0], [0, (i % 3) * 0.03, 0]);
    }
  });

/** A straight belt conveyor, three metres long, at the height of the packing machines' outfeeds. */
export const conveyor = {
  kind: 'conveyor',
  labelKey: 'starter.conveyor.label',
  descriptionKey: 'starter.conveyor.description',
  category: 'packing',
  dimensions: { width: 3, height: 1.09, depth: 0.85 },
  anchors: {
    belt: { part: 'Belt', position: [-0.05, 0, 0.02], normal: [0, 1, 0] },
    motor: { part: 'Drive motor', position: [0, 0.075, -0.2], normal: [0, 1, 0] },
    counter: { part: 'Photo eye', position: [0, 0.17, 0], normal: [0, 1, 0] },
  },
  build: () =>
    assembly('Conveyor', [
      frame(),
      part('Belt', [0, RUN.top, 0], (m) => belt(m, RUN)),
      guideRails(),
      cartons(),
      driveMotor(),
      photoEye(),
    ]),
} satisfies StarterDefinition;
