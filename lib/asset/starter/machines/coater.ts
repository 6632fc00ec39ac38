import { type BufferGeometry, IcosahedronGeometry, SphereGeometry } from 'three';
import { bolts } from '../detail/bolts';
import { electricMotor } from '../detail/electric-motor';
import { feet } from '../detail/feet';
import { handle } from '../detail/handle';
import { louvres } from '../detail/louvres';
import { stackLight } from '../detail/stack-light';
import { terminal } from '../detail/terminal';
import { box } from '../kit/box';
import { assembly, part } from '../kit/part';
import { plate } from '../kit/plate';
import { cylinder, openCone, ring } from '../kit/turned';
import type { Vec3 } from '../kit/vec3';
import type { StarterDefinition } from '../starter-definition';

/** Where the axis of the pan meets the front. */
const [PAN_X, PAN_Y] = [0.08, 1.28];
const FORWARD: Vec3 = [Math.PI / 2, 0, 0];
const TABLETS = 330;

const cabinet = () =>
  part('Cabinet', [0, 0, 0], (m) => {
    feet(m, 1.9, 1.6, 0.1);
    m.add(box(2.1, 0.08, 1.78, 0.015), 'slate', [0, 0.1, 0]);
    const sheet = { corner: 0.03, bevel: 0.012 };
    const opening = { x: PAN_X, y: PAN_Y - 1.23, radius: 0.6 };
    m.add(plate(2.1, 2.1, 0.05, { ...sheet, holes: [opening] }), 'steel', [0, 1.23, 0.85]);
    m.add(plate(2.1, 2.1, 0.05, sheet), 'paint', [0, 1.23, -0.9]);
    m.add(box(2.14, 0.07, 1.84, 0.03, 3), 'paint', [0, 2.26, 0]);
    m.add(box(1.9, 1.9, 0.02, 0), 'slate', [0, 0.3, -0.7]);
    for (const side of [-1, 1]) {
      m.at([side, 0, 0], [0, (side * Math.PI) / 2, 0], () => {
        m.add(plate(1.72, 2.1, 0.05, sheet), 'paint', [0, 1.23, 0]);
        for (const door of [-0.42, 0.42]) {
          m.add(plate(0.76, 1.8, 0.018), 'paint', [door, 1.24, 0.05]);
          handle(m, [door + 0.3, 1.2, 0.066]);
          louvres(m, [door, 0.5, 0.066], { width: 0.4 });
        }
      });
    }
    for (const x of [-0.5, 0.5]) m.add(plate(0.94, 1.8, 0.018), 'paint', [x, 1.24, -0.9], [0, Math.PI, 0]);
    m.add(plate(1.5, 0.34, 0.016), 'steel', [0, 0.4, 0.9]);
    handle(m, [0.55, 0.4, 0.915], 0.2, 'level');
  });

const pan = () =>
  part(
    'Pan',
    [PAN_X, PAN_Y, 0],
    (m) => {
      m.at([PAN_X, PAN_Y, 0], FORWARD, () => {
        m.add(openCone(0.74, 0.74, 0.8, 64), 'perforated', [0, -0.3, 0]);
        m.add(openCone(0.74, 0.56, 0.26, 64), 'perforated', [0, 0.5, 0]);
        m.add(openCone(0.3, 0.74, 0.3, 64), 'perforated', [0, -0.6, 0]);
      });
    },
    { turnsAround: 'z' },
  );

const tabletBed = () =>
  part('Tablet bed', [PAN_X, PAN_Y - 0.44, 0.1], (m) => {
    const radius = 0.705;
    const tablet = roundTablet();
    m.at([PAN_X, PAN_Y - 1.14, 0.1], [0, 0, 0.25], () => {
      m.add(new SphereGeometry(0.7, 28, 6, 0, 2 * Math.PI, 0, 0.62), 'greyPaint');
      for (let i = 0; i < TABLETS; i++) {
        // The golden angle strews them evenly, without a pattern.
        const around = i * 2.39996;
        const out = 0.6 * Math.sqrt(i / TABLETS);
        const place: Vec3 = [
          Math.sin(out) * Math.cos(around) * radius,
          Math.cos(out) * radius,
          Math.sin(out) * Math.sin(around) * radius,
        ];
        m.add(tablet, i % 7 ? 'paint' : 'carton', place, [around, i, 0]);
      }
    });
  });

/** Twenty triangles that shade as a ball: hundreds of them lie in the pan. */
function roundTablet(): BufferGeometry {
  const tablet = new IcosahedronGeometry(0.026, 0);
  tablet.setAttribute('normal', tablet.getAttribute('position').clone());
  tablet.normalizeNormals();
  return tablet.scale(1, 0.6, 1);
}

const sprayArm = () =>
  part('Spray arm', [0.3, PAN_Y + 0.18, 0.7], (m) => {
    m.add(cylinder(0.02, 0.9), 'polished', [0.3, PAN_Y + 0.18, 0.7], [-Math.PI / 2, 0, 0]);
    for (const z of [0.45, 0.2, -0.05])
      m.add(cylinder(0.03, 0.12, 0.006, 14), 'darkSteel', [0.3, PAN_Y + 0.06, z]);
  });

const door = () =>
  part('Door', [PAN_X - 0.68, PAN_Y, 0.94], (m) => {
    m.at([PAN_X, PAN_Y, 0.9], FORWARD, () => {
      m.add(ring(0.5, 0.66, 0.06, 0.014, 64), 'polished');
      m.add(ring(0.47, 0.53, 0.09, 0.01, 64), 'steel');
      m.add(cylinder(0.5, 0.012, 0.002, 56), 'glass', [0, 0.05, 0]);
      bolts(m, 0.605, [0, 0.062, 0]);
    });
    for (const y of [PAN_Y - 0.3, PAN_Y + 0.3]) {
      m.add(cylinder(0.035, 0.16, 0.006, 18), 'darkSteel', [PAN_X - 0.68, y - 0.08, 0.94]);
      m.add(box(0.2, 0.06, 0.03, 0.01), 'steel', [PAN_X - 0.58, y - 0.03, 0.945]);
    }
    m.add(box(0.05, 0.3, 0.05, 0.02), 'polymer', [0.76, PAN_Y - 0.15, 0.97]);
  });

const controlPanel = () =>
  part('Control panel', [-0.82, 1.62, 0.9], (m) => {
    terminal(m, [-0.82, 1.62, 0.9], { width: 0.34, height: 0.26, tilt: -0.06 });
    for (const [i, x] of [-0.92, -0.82, -0.72].entries()) {
      m.add(cylinder(0.02, 0.02, 0.004, 14), i ? 'greyPaint' : 'polymer', [x, 1.36, 0.9], FORWARD);
    }
  });

const airInlet = () =>
  part('Air inlet', [-0.45, 2.33, -0.35], (m) => {
    m.add(box(0.8, 0.34, 0.8, 0.03, 3), 'steel', [-0.45, 2.33, -0.35]);
    m.add(cylinder(0.2, 0.1), 'steel', [-0.45, 2.66, -0.35]);
    m.add(ring(0.2, 0.28, 0.04), 'polished', [-0.45, 2.66, -0.35]);
  });

const panMotor = () =>
  part('Pan motor', [0.2, 2.32, -0.3], (m) => {
    m.add(box(0.3, 0.36, 0.34, 0.03), 'slate', [0.16, 2.32, -0.3]);
    const right: Vec3 = [0, 0, -Math.PI / 2];
    electricMotor(m, {
      at: [0.31, 2.51, -0.3],
      along: right,
      radius: 0.16,
      length: 0.44,
      boxAngle: -Math.PI / 2,
    });
  });

/** A perforated-pan coater: tablets roll in a drum behind a round glass door, under a spray arm. */
export const coater = {
  kind: 'coater',
  labelKey: 'starter.coater.label',
  descriptionKey: 'starter.coater.description',
  category: 'process',
  dimensions: { width: 2.25, height: 2.76, depth: 1.91 },
  anchors: {
    pan: { part: 'Pan', position: [0, 0.74, 0.4], normal: [0, 1, 0] },
    door: { part: 'Door', position: [0.68, 0.58, 0.02], normal: [0, 0, 1] },
    inlet: { part: 'Air inlet', position: [0, 0.37, 0.24], normal: [0, 1, 0] },
    motor: { part: 'Pan motor', position: [0, 0.36, 0], normal: [0, 1, 0] },
  },
  build: () =>
    assembly('Coater', [
      cabinet(),
      pan(),
      tabletBed(),
      sprayArm(),
      door(),
      airInlet(),
      panMotor(),
      controlPanel(),
      stackLight([0.9, 2.33, 0.7]),
    ]),
} satisfies StarterDefinition;
