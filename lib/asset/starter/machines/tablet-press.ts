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
import { hose } from '../kit/tube';
import { cylinder, ring, rod } from '../kit/turned';
import type { StarterDefinition } from '../starter-definition';

const WIDTH = 1.24;
const PUNCHES = 27;

/** Draws the same thing on several sides of the machine; side 0 is the front. */
function sides(m: Drawing, count: number, draw: () => void): void {
  for (let side = 0; side < count; side++) m.at([0, 0, 0], [0, (side * Math.PI) / 2, 0], draw);
}

const corners = [-0.54, 0.54].flatMap((x) => [-0.54, 0.54].map((z) => [x, z] as const));

const base = () =>
  part('Base', [0, 0, 0], (m) => {
    feet(m, 1.0, 1.0, 0.1);
    m.add(box(WIDTH - 0.08, 0.82, WIDTH - 0.08, 0.03, 3), 'paint', [0, 0.09, 0]);
    sides(m, 4, () => {
      m.add(plate(1.0, 0.68, 0.022, { corner: 0.025 }), 'paint', [0, 0.5, 0.575]);
      handle(m, [0.4, 0.56, 0.597]);
      louvres(m, [-0.22, 0.3, 0.597], { width: 0.34, slats: 5 });
    });
    m.add(box(WIDTH, 0.06, WIDTH, 0.02, 3), 'polished', [0, 0.91, 0]);
    for (const [x, z] of corners) m.add(cylinder(0.055, 0.68, 0.005, 20), 'steel', [x, 0.96, z]);
  });

const guard = () =>
  part('Guard', [0, 0.97, 0], (m) => {
    const frame = plate(1.02, 0.66, 0.03, {
      corner: 0.05,
      bevel: 0.006,
      holes: [{ x: 0, y: 0, width: 0.9, height: 0.55, radius: 0.04 }],
    });
    const pane = plate(0.92, 0.57, 0.01, { corner: 0.03, bevel: 0.002 });
    sides(m, 4, () => {
      m.add(frame, 'steel', [0, 1.3, 0.565]);
      m.add(pane, 'glass', [0, 1.3, 0.572]);
    });
    sides(m, 2, () => handle(m, [0.47, 1.3, 0.593], 0.14));
  });

const turret = () =>
  part(
    'Turret',
    [0, 1.06, 0],
    (m) => {
      const discs = outline([
        0, 0, 0.4, 0, 0.4, 0.1, 0.3, 0.13, 0.3, 0.17, 0.42, 0.2, 0.42, 0.27, 0.3, 0.3, 0.3, 0.34, 0.38, 0.37,
        0.38, 0.46, 0, 0.46,
      ]);
      m.add(lathe(discs, 0.012, 56), 'steel', [0, 1.06, 0]);
      const punch = rod(0.019, 0.12);
      for (let i = 0; i < PUNCHES; i++) {
        const angle = (i / PUNCHES) * 2 * Math.PI;
        const [x, z] = [Math.cos(angle) * 0.355, Math.sin(angle) * 0.355];
        const lift = 0.02 * Math.sin(angle * 2);
        m.add(punch, 'polished', [x, 1.33 + lift, z]);
        m.add(punch, 'polished', [x, 1.14 + lift, z]);
      }
    },
    { turnsAround: 'y' },
  );

const compressionRollers = () =>
  part('Compression rollers', [0, 0.97, 0], (m) => {
    m.add(cylinder(0.2, 0.12), 'darkSteel', [0, 1.52, 0]);
    m.add(cylinder(0.46, 0.06), 'darkSteel', [0, 0.97, 0]);
    for (const x of [-0.46, 0.46]) {
      m.add(cylinder(0.1, 0.1), 'darkSteel', [x, 1.48, 0.05], [Math.PI / 2, 0, 0]);
      m.add(box(0.14, 0.1, 0.2, 0.02), 'slate', [x, 0.98, 0]);
    }
  });

const feeder = () =>
  part('Feeder', [0.1, 1.245, 0.4], (m) => {
    m.add(box(0.34, 0.05, 0.2, 0.02), 'polished', [0.1, 1.245, 0.4]);
    m.add(cylinder(0.03, 0.35, 0.004), 'polished', [0.16, 1.29, 0.38]);
    m.add(cylinder(0.05, 0.05), 'slate', [0.04, 1.29, 0.42]);
  });

const head = () =>
  part('Head', [0, 1.64, 0], (m) => {
    m.add(box(WIDTH, 0.34, WIDTH, 0.07, 4), 'paint', [0, 1.64, 0]);
    m.add(box(WIDTH + 0.012, 0.03, WIDTH + 0.012, 0.014), 'slate', [0, 1.64, 0]);
    m.add(plate(0.5, 0.1, 0.008, { bevel: 0.002 }), 'slate', [0, 1.83, WIDTH / 2 - 0.002]);
  });

const hopper = (name: string, x: number) =>
  part(name, [x, 1.97, -0.16], (m) => {
    const shell = loft([
      { y: 0, w: 0.1, d: 0.1, r: 0.049 },
      { y: 0.1, w: 0.1, d: 0.1, r: 0.049 },
      { y: 0.36, w: 0.4, d: 0.4, r: 0.19 },
      { y: 0.6, w: 0.4, d: 0.4, r: 0.19 },
    ]);
    m.add(shell, 'steel', [x, 1.97, -0.16]);
    m.add(ring(0.19, 0.225, 0.03, 0.006, 32), 'polished', [x, 2.56, -0.16]);
    m.add(lathe(outline([0, 0, 0.2, 0, 0.14, 0.06, 0, 0.07]), 0.01, 28), 'polished', [x, 2.59, -0.16]);
    m.add(cylinder(0.07, 0.04, 0.006, 18), 'polymer', [x, 1.975, -0.16]);
  });

const controlPanel = () =>
  part('Control panel', [-0.62, 1.8, 0.3], (m) => {
    m.add(hose([-0.62, 1.8, 0.3, -0.86, 1.84, 0.42, -0.9, 1.7, 0.6], 0.028), 'steel');
    terminal(m, [-0.9, 1.5, 0.6], { width: 0.42, height: 0.3, tilt: -0.15, turn: -0.15 });
  });

const deduster = () =>
  part('Deduster', [1.08, 0, 0.25], (m) => {
    const [x, z] = [1.08, 0.25];
    m.add(cylinder(0.2, 0.05), 'steel', [x, 0, z]);
    m.add(cylinder(0.05, 0.6), 'steel', [x, 0.03, z]);
    m.add(cylinder(0.15, 0.14), 'darkSteel', [x, 0.6, z]);
    const spiral = Array.from({ length: 34 }, (_, i) => [
      x + Math.cos(i * 0.8) * 0.09,
      0.76 + i * 0.021,
      z + Math.sin(i * 0.8) * 0.09,
    ]).flat();
    m.add(hose(spiral, 0.016, 110, 5), 'polished');
    m.add(cylinder(0.14, 0.76, 0.004, 28), 'glass', [x, 0.74, z]);
    m.add(cylinder(0.15, 0.07), 'steel', [x, 1.5, z]);
    m.add(box(0.42, 0.03, 0.14, 0.01), 'polished', [0.78, 0.95, z], [0, 0, -0.5]);
  });

/** A rotary tablet press: the turret with its punches turns behind glass, under a heavy cast head. */
export const tabletPress = {
  kind: 'tablet-press',
  labelKey: 'starter.tabletPress.label',
  descriptionKey: 'starter.tabletPress.description',
  category: 'process',
  dimensions: { width: 2.42, height: 2.66, depth: 1.36 },
  anchors: {
    turret: { part: 'Turret', position: [0, 0.235, 0.42], normal: [0, 0, 1] },
    hopper: { part: 'Hopper 1', position: [0, 0.48, 0.2], normal: [0, 0, 1] },
    head: { part: 'Head', position: [0, 0.34, 0.3], normal: [0, 1, 0] },
    deduster: { part: 'Deduster', position: [0, 1.3, 0.14], normal: [0, 0, 1] },
  },
  build: () =>
    assembly('Tablet press', [
      base(),
      guard(),
      turret(),
      compressionRollers(),
      feeder(),
      head(),
      hopper('Hopper 1', -0.3),
      hopper('Hopper 2', 0.3),
      controlPanel(),
      deduster(),
      stackLight([0.5, 1.96, 0.46]),
    ]),
} satisfies StarterDefinition;
