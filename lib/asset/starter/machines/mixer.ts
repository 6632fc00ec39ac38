import { feet } from '../detail/feet';
import { handle } from '../detail/handle';
import { louvres } from '../detail/louvres';
import { stackLight } from '../detail/stack-light';
import { terminal } from '../detail/terminal';
import { box } from '../kit/box';
import type { Drawing } from '../kit/drawing';
import { lathe, outline } from '../kit/lathe';
import { loft } from '../kit/loft';
import { assembly, part } from '../kit/part';
import { plate } from '../kit/plate';
import { cylinder, ring } from '../kit/turned';
import type { Vec3 } from '../kit/vec3';
import type { StarterDefinition } from '../starter-definition';

/** Height of the axis around which the cage tumbles, and how far it stands tilted at rest. */
const AXIS = 1.62;
const REST: Vec3 = [0.2, 0, 0];
const SIDEWAYS: Vec3 = [0, 0, Math.PI / 2];

const driveColumn = () =>
  part('Drive column', [-1.45, 0, 0], (m) => {
    const column = loft([
      { y: 0, w: 0.86, d: 1.06, r: 0.05 },
      { y: 1.1, w: 0.86, d: 1.06, r: 0.05 },
      { y: 1.75, w: 0.7, d: 0.74, r: 0.08 },
      { y: 2.12, w: 0.66, d: 0.66, r: 0.12 },
      { y: 2.15, w: 0.58, d: 0.58, r: 0.12 },
    ]);
    m.add(column, 'paint', [-1.45, 0.1, 0]);
    feet(m, 0.7, 0.9, 0.1, -1.45, 0);
    m.add(plate(0.62, 0.84, 0.02), 'paint', [-1.45, 0.62, 0.525]);
    m.add(plate(0.62, 0.84, 0.02), 'paint', [-1.45, 0.62, -0.525], [0, Math.PI, 0]);
    handle(m, [-1.22, 0.7, 0.545]);
    louvres(m, [-1.5, 0.38, 0.545], { width: 0.34, slats: 5 });
    bearing(m, -1.1);
  });

const bearingColumn = () =>
  part('Bearing column', [1.5, 0, 0], (m) => {
    const column = loft([
      { y: 0, w: 0.5, d: 0.92, r: 0.05 },
      { y: 0.5, w: 0.46, d: 0.8, r: 0.06 },
      { y: 1.75, w: 0.42, d: 0.52, r: 0.1 },
      { y: 1.92, w: 0.36, d: 0.4, r: 0.14 },
    ]);
    m.add(column, 'paint', [1.5, 0.1, 0]);
    feet(m, 0.36, 0.76, 0.1, 1.5, 0);
    bearing(m, 1.28);
  });

function bearing(m: Drawing, x: number): void {
  m.add(
    lathe(outline([0, 0, 0.2, 0, 0.2, 0.05, 0, 0.05]), 0.012, 32),
    'darkSteel',
    [x + 0.025, AXIS, 0],
    SIDEWAYS,
  );
}

const cage = () =>
  part(
    'Cage',
    [0, AXIS, 0],
    (m) => {
      m.add(cylinder(0.085, 0.28), 'polished', [-0.86, AXIS, 0], SIDEWAYS);
      m.add(cylinder(0.085, 0.46), 'polished', [1.32, AXIS, 0], SIDEWAYS);
      m.at([0, AXIS, 0], REST, () => {
        const [height, depth, tube] = [0.78, 0.62, 0.075];
        for (const x of [-0.82, 0.82]) {
          for (const z of [-depth, depth]) m.add(box(tube, height * 2, tube), 'steel', [x, -height, z]);
          for (const y of [-height, height - tube]) m.add(box(tube, tube, depth * 2), 'steel', [x, y, 0]);
          m.add(box(0.06, 0.36, depth * 2, 0.02), 'steel', [x, -0.18, 0]);
        }
        for (const y of [-height, height - tube]) {
          for (const z of [-depth, depth]) m.add(box(1.7, tube, tube), 'steel', [0, y, z]);
        }
      });
    },
    { turnsAround: 'x', children: [bin()] },
  );

const bin = () =>
  part('Bin', [0, AXIS, 0], (m) => {
    const r = 0.09;
    const shell = loft([
      { y: -0.68, w: 0.27, d: 0.27, r: 0.13 },
      { y: -0.22, w: 1.26, d: 1.0, r },
      { y: -0.19, w: 1.3, d: 1.04, r },
      { y: 0.5, w: 1.3, d: 1.04, r },
      { y: 0.55, w: 1.24, d: 0.98, r },
      { y: 0.62, w: 0.8, d: 0.7, r: 0.2 },
    ]);
    m.at([0, AXIS, 0], REST, () => {
      m.add(shell, 'steel');
      for (const y of [-0.16, 0.14, 0.44]) {
        const band = loft([
          { y, w: 1.33, d: 1.07, r },
          { y: y + 0.03, w: 1.33, d: 1.07, r },
        ]);
        m.add(band, 'polished');
      }
      m.add(cylinder(0.25, 0.05), 'polished', [0, 0.62, 0]);
      m.add(ring(0.24, 0.28, 0.03), 'steel', [0, 0.6, 0]);
      for (let i = 0; i < 6; i++) {
        const angle = (i / 6) * 2 * Math.PI;
        const place: Vec3 = [Math.cos(angle) * 0.27, 0.61, Math.sin(angle) * 0.27];
        m.add(box(0.05, 0.05, 0.03, 0.008), 'polymer', place, [0, Math.PI / 2 - angle, 0]);
      }
      m.add(ring(0.11, 0.17, 0.05), 'polished', [0, -0.73, 0]);
      m.add(cylinder(0.13, 0.06), 'darkSteel', [0, -0.78, 0]);
      m.add(box(0.22, 0.025, 0.03, 0.01), 'polymer', [0.2, -0.75, 0]);
      m.add(plate(0.24, 0.15, 0.006, { corner: 0.01, bevel: 0.002 }), 'paint', [-0.3, 0.28, 0.535]);
    });
  });

const controlPanel = () =>
  part('Control panel', [-1.45, 1.35, 0.455], (m) => {
    terminal(m, [-1.45, 1.35, 0.455], { width: 0.34, height: 0.25, tilt: -0.3 });
  });

const lightCurtain = () =>
  part('Light curtain', [0, 0, 1], (m) => {
    for (const x of [-1.95, 1.95]) {
      m.add(box(0.07, 1.5, 0.07), 'polymer', [x, 0.02, 1]);
      m.add(box(0.16, 0.02, 0.16, 0.006), 'steel', [x, 0, 1]);
    }
  });

/** A bin mixer: a container tumbles in a tilted cage between its drive column and its bearing column. */
export const mixer = {
  kind: 'mixer',
  labelKey: 'starter.mixer.label',
  descriptionKey: 'starter.mixer.description',
  category: 'process',
  dimensions: { width: 4.06, height: 2.62, depth: 1.88 },
  anchors: {
    bin: { part: 'Bin', position: [0, 0.1, 0.54], normal: [0, -0.2, 0.98] },
    top: { part: 'Bin', position: [0, 0.657, 0.133], normal: [0, 0.98, 0.2] },
    drive: { part: 'Drive column', position: [0, 2.24, 0], normal: [0, 1, 0] },
  },
  build: () =>
    assembly('Mixer', [
      driveColumn(),
      bearingColumn(),
      cage(),
      controlPanel(),
      lightCurtain(),
      stackLight([-1.45, 2.25, 0]),
    ]),
} satisfies StarterDefinition;
