import { bolts } from '../detail/bolts';
import { electricMotor } from '../detail/electric-motor';
import { pipe } from '../detail/pipe';
import { box } from '../kit/box';
import { bottomDome, dome, lathe } from '../kit/lathe';
import { assembly, part } from '../kit/part';
import { plate } from '../kit/plate';
import { cylinder, ring } from '../kit/turned';
import type { Vec3 } from '../kit/vec3';
import type { StarterDefinition } from '../starter-definition';

const RADIUS = 0.66;
const BOTTOM = 0.78;
const TOP = 2.2;
const FORWARD: Vec3 = [Math.PI / 2, 0, 0];

const shell = () =>
  part('Shell', [0, BOTTOM, 0], (m) => {
    const profile = [...bottomDome(RADIUS, BOTTOM, 0.2), ...dome(RADIUS, TOP, 0.22)];
    m.add(lathe(profile, 0.01, 64), 'steel');
    for (const y of [0.82, 1.5, 2.16])
      m.add(ring(RADIUS - 0.01, RADIUS + 0.014, 0.035, 0.006, 64), 'polished', [0, y, 0]);
    m.add(
      plate(0.34, 0.22, 0.008, { corner: 0.015, bevel: 0.002 }),
      'paint',
      [-0.18, 1.72, 0.64],
      [0, -0.27, 0],
    );
    m.add(
      plate(0.2, 0.03, 0.01, { corner: 0.005, bevel: 0.002 }),
      'slate',
      [-0.2, 1.76, 0.643],
      [0, -0.27, 0],
    );
  });

const legs = () =>
  part('Legs', [0, 0, 0], (m) => {
    for (let i = 0; i < 4; i++) {
      const angle = ((i + 0.5) / 4) * 2 * Math.PI;
      const [x, z] = [Math.cos(angle) * 0.56, Math.sin(angle) * 0.56];
      m.add(cylinder(0.045, 0.92, 0.004, 20), 'steel', [x, 0.03, z]);
      m.add(cylinder(0.085, 0.03, 0.006, 20), 'darkSteel', [x, 0, z]);
      m.add(plate(0.16, 0.3, 0.012), 'steel', [x * 1.12, 0.9, z * 1.12], [0, Math.PI / 2 - angle, 0]);
    }
  });

const manway = () =>
  part('Manway', [0.19, 2.34, 0.24], (m) => {
    const tilt: Vec3 = [0.22, 0, -0.12];
    m.add(cylinder(0.22, 0.1), 'steel', [0.18, 2.34, 0.22], tilt);
    m.add(cylinder(0.25, 0.035, 0.01), 'polished', [0.19, 2.44, 0.24], tilt);
    m.at([0.19, 2.46, 0.24], tilt, () => bolts(m, 0.2, [0, 0.02, 0], { count: 8 }));
  });

const ventFilter = () =>
  part('Vent filter', [-0.2, 2.36, -0.1], (m) => {
    m.add(cylinder(0.06, 0.22), 'steel', [-0.2, 2.36, -0.1]);
    m.add(cylinder(0.1, 0.16, 0.02), 'polymer', [-0.2, 2.56, -0.1]);
    m.add(cylinder(0.035, 0.4), 'polished', [-0.2, 2.3, 0.25]);
  });

const levelGauge = () =>
  part('Level gauge', [0.2, 0.92, 0.76], (m) => {
    for (const y of [0.95, 2]) pipe(m, [0.2, y, 0.6, 0.2, y, 0.76], 0.016);
    m.add(cylinder(0.02, 1.12, 0.003, 14), 'glass', [0.2, 0.92, 0.76]);
    m.add(cylinder(0.012, 0.62, 0.003, 10), 'slate', [0.2, 0.93, 0.76]);
    for (const y of [0.9, 2.02]) m.add(cylinder(0.028, 0.04, 0.004, 14), 'polished', [0.2, y, 0.76]);
  });

const pump = () =>
  part('Pump', [0, 0.3, 0.86], (m) => {
    pipe(m, [0, 0.62, 0, 0, 0.3, 0, 0, 0.3, 0.82], 0.04);
    m.add(cylinder(0.14, 0.1, 0.012), 'steel', [0, 0.3, 0.8], FORWARD);
    electricMotor(m, { at: [0, 0.3, 0.9], along: FORWARD, radius: 0.115, length: 0.34, boxAngle: Math.PI });
    m.add(box(0.26, 0.16, 0.4, 0.015), 'slate', [0, 0.02, 1.02]);
    for (const x of [-0.1, 0.1]) m.add(cylinder(0.03, 0.02, 0.004, 14), 'polymer', [x, 0, 1.02]);
  });

/** The water is kept moving: from the pump up and back in through the top. */
const loop = () =>
  part('Circulation pipe', [0.8, 0.62, -0.12], (m) => {
    const way = [
      0, 0.42, 0.84, 0, 0.62, 0.84, 0.8, 0.62, 0.84, 0.8, 0.62, -0.12, 0.8, 2.7, -0.12, 0.34, 2.7, -0.12,
      0.34, 2.34, -0.12,
    ];
    pipe(m, way, 0.032);
    for (const y of [1.06, 2]) m.add(box(0.2, 0.03, 0.03, 0.006), 'steel', [0.72, y, -0.12]);
    m.add(ring(0.03, 0.07, 0.025), 'polished', [0.34, 2.37, -0.12]);
  });

/** A polished purified-water tank on legs, with its level gauge, circulation pump and circulation pipe. */
export const waterTank = {
  kind: 'water-tank',
  labelKey: 'starter.waterTank.label',
  descriptionKey: 'starter.waterTank.description',
  category: 'utility',
  dimensions: { width: 1.52, height: 2.75, depth: 1.92 },
  anchors: {
    shell: { part: 'Shell', position: [0, 0.4, RADIUS], normal: [0, 0, 1] },
    level: { part: 'Level gauge', position: [0, 0.63, 0.02], normal: [0, 0, 1] },
    pump: { part: 'Pump', position: [0, 0.115, 0.2], normal: [0, 1, 0] },
    vent: { part: 'Vent filter', position: [0, 0.36, 0], normal: [0, 1, 0] },
  },
  build: () =>
    assembly('Water tank', [shell(), legs(), manway(), ventFilter(), levelGauge(), pump(), loop()]),
} satisfies StarterDefinition;
