import { TorusGeometry } from 'three';
import { bolts } from '../detail/bolts';
import { electricMotor } from '../detail/electric-motor';
import { box } from '../kit/box';
import type { Drawing } from '../kit/drawing';
import { lathe, outline } from '../kit/lathe';
import { assembly, part } from '../kit/part';
import { sideProfile } from '../kit/side-profile';
import { cylinder, ring } from '../kit/turned';
import type { Vec3 } from '../kit/vec3';
import type { StarterDefinition } from '../starter-definition';

/** Height of the shaft. */
const AXIS = 0.38;
const VOLUTE_X = 0.48;
const RIGHT: Vec3 = [0, 0, -Math.PI / 2];
const LEFT: Vec3 = [0, 0, Math.PI / 2];

/** Flange of a pipe whose axis is y, with its bolts through it. */
function flange(m: Drawing, inner: number, outer: number): void {
  m.add(ring(inner, outer, 0.024, 0.004, 36), 'slate');
  m.add(ring(inner, outer * 0.72, 0.03, 0.003, 32), 'polished');
  bolts(m, outer * 0.85, [0, 0.024, 0], { count: 8, size: 0.01 });
}

const baseplate = () =>
  part('Baseplate', [0, 0, 0], (m) => {
    m.add(box(1.36, 0.03, 0.46, 0.008), 'slate', [0, 0.07, 0]);
    for (const z of [-0.19, 0.19]) m.add(box(1.36, 0.08, 0.06, 0.008), 'slate', [0, 0, z]);
    m.add(box(0.14, 0.1, 0.3, 0.012), 'slate', [VOLUTE_X, 0.09, 0]);
    for (const z of [-0.11, 0.11]) m.add(box(0.34, 0.12, 0.07, 0.01), 'greyPaint', [-0.4, 0.09, z]);
    for (const x of [-0.58, 0.58]) {
      for (const z of [-0.19, 0.19]) m.add(cylinder(0.016, 0.016, 0.003, 6), 'darkSteel', [x, 0.1, z]);
    }
  });

const drive = () =>
  part('Motor', [-0.2, AXIS, 0], (m) => {
    const turn: Vec3 = [Math.PI / 2, 0, Math.PI / 2];
    electricMotor(m, { at: [-0.16, AXIS, 0], along: turn, radius: 0.185, length: 0.52, boxAngle: Math.PI });
  });

const couplingGuard = () =>
  part('Coupling guard', [0.0, AXIS, 0], (m) => {
    const arch = Array.from({ length: 13 }, (_, i) => {
      const angle = Math.PI - (i / 12) * Math.PI;
      return [Math.cos(angle) * 0.12, AXIS + Math.sin(angle) * 0.12];
    });
    m.add(sideProfile([-0.12, 0.1, ...arch.flat(), 0.12, 0.1], 0.2, 0.006), 'paint', [-0.01, 0, 0]);
    for (let i = 0; i < 4; i++)
      m.add(box(0.016, 0.012, 0.12, 0), 'slate', [-0.07 + i * 0.04, AXIS + 0.11, 0]);
    for (const z of [-0.15, 0.15]) m.add(box(0.2, 0.012, 0.07, 0.003), 'paint', [-0.01, 0.1, z]);
  });

const bearingBracket = () =>
  part('Bearing bracket', [0.22, AXIS, 0], (m) => {
    const bracket = outline([0, 0, 0.075, 0, 0.075, 0.12, 0.12, 0.2, 0.2, 0.24, 0.2, 0.27, 0, 0.27]);
    m.at([0.12, AXIS, 0], RIGHT, () => {
      m.add(lathe(bracket, 0.01, 36), 'greyPaint');
      bolts(m, 0.175, [0, 0.24, 0], { count: 10, size: 0.011 });
    });
    m.add(box(0.06, 0.2, 0.09, 0.01), 'greyPaint', [0.18, 0.09, 0]);
    m.add(cylinder(0.022, 0.03, 0.004, 16), 'polymer', [0.2, AXIS + 0.07, 0]);
  });

const volute = () =>
  part('Volute', [VOLUTE_X, AXIS, 0], (m) => {
    m.at([VOLUTE_X, AXIS, 0], RIGHT, () => {
      m.add(new TorusGeometry(0.155, 0.078, 20, 44), 'greyPaint', [0, 0, 0], [Math.PI / 2, 0, 0]);
      m.add(lathe(outline([0, -0.07, 0.17, -0.07, 0.17, 0.07, 0.1, 0.1, 0, 0.1]), 0.012, 40), 'greyPaint');
    });
    m.add(cylinder(0.062, 0.26, 0.004, 28, 0.066), 'greyPaint', [VOLUTE_X, AXIS + 0.06, 0.14], [0, 0, 0]);
    m.add(cylinder(0.018, 0.03, 0.003, 6), 'darkSteel', [VOLUTE_X, 0.15, 0.12], [Math.PI / 2, 0, 0]);
  });

const suction = () =>
  part('Suction flange', [0.7, AXIS, 0], (m) => {
    m.add(cylinder(0.095, 0.16, 0.006, 32, 0.085), 'greyPaint', [VOLUTE_X + 0.06, AXIS, 0], RIGHT);
    m.at([0.7, AXIS, 0], RIGHT, () => flange(m, 0.07, 0.145));
  });

const discharge = () =>
  part('Discharge flange', [VOLUTE_X, 0.69, 0.14], (m) => {
    m.at([VOLUTE_X, 0.69, 0.14], [0, 0, 0], () => flange(m, 0.05, 0.125));
  });

const pressureSensor = () =>
  part('Pressure sensor', [VOLUTE_X + 0.06, 0.58, 0.14], (m) => {
    const foot: Vec3 = [VOLUTE_X + 0.06, 0.58, 0.14];
    m.add(cylinder(0.012, 0.06, 0.002, 12), 'polished', foot, RIGHT);
    m.add(cylinder(0.022, 0.03, 0.003, 6), 'polished', [foot[0] + 0.05, foot[1], foot[2]], RIGHT);
    m.add(cylinder(0.024, 0.07, 0.006, 24), 'steel', [foot[0] + 0.08, foot[1], foot[2]], RIGHT);
    m.add(cylinder(0.014, 0.03, 0.004, 16), 'polymer', [foot[0] + 0.15, foot[1], foot[2]], RIGHT);
    m.add(ring(0.02, 0.026, 0.008, 0.002, 20), 'polymer', [foot[0] + 0.1, foot[1], foot[2]], LEFT);
  });

/** An end-suction centrifugal pump on its baseplate: motor, coupling, volute, suction to the right and discharge up. */
export const pump = {
  kind: 'pump',
  labelKey: 'starter.pump.label',
  descriptionKey: 'starter.pump.description',
  category: 'component',
  dimensions: { width: 1.42, height: 0.73, depth: 0.5 },
  anchors: {
    motor: { part: 'Motor', position: [-0.3, 0.185, 0], normal: [0, 1, 0] },
    volute: { part: 'Volute', position: [0, -0.05, 0.22], normal: [0, -0.3, 0.95] },
    bearing: { part: 'Bearing bracket', position: [-0.03, 0.1, 0], normal: [0, 1, 0] },
    discharge: { part: 'Discharge flange', position: [0, 0.02, 0.12], normal: [0, 0.5, 0.87] },
  },
  build: () =>
    assembly('Pump', [
      baseplate(),
      drive(),
      couplingGuard(),
      bearingBracket(),
      volute(),
      suction(),
      discharge(),
      pressureSensor(),
    ]),
} satisfies StarterDefinition;
