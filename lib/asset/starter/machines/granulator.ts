import { bolts } from '../detail/bolts';
import { feet } from '../detail/feet';
import { handle } from '../detail/handle';
import { louvres } from '../detail/louvres';
import { pipe } from '../detail/pipe';
import { stackLight } from '../detail/stack-light';
import { terminal } from '../detail/terminal';
import { box } from '../kit/box';
import { dome, lathe, outline } from '../kit/lathe';
import { assembly, part } from '../kit/part';
import { plate } from '../kit/plate';
import { cylinder, ring } from '../kit/turned';
import type { StarterDefinition } from '../starter-definition';

const base = () =>
  part('Base', [0, 0, 0], (m) => {
    m.add(box(2.15, 0.1, 1.55, 0.02), 'greyPaint', [0, 0.08, 0]);
    feet(m, 1.95, 1.35, 0.09);
  });

const inletPlenum = () =>
  part('Inlet plenum', [0, 0.18, 0], (m) => {
    m.add(lathe(outline([0, 0, 0.66, 0, 0.66, 0.34, 0.56, 0.44, 0, 0.44]), 0.02), 'steel', [0, 0.18, 0]);
    m.add(ring(0.5, 0.68, 0.05), 'polished', [0, 0.62, 0]);
  });

const productBowl = () =>
  part('Product bowl', [0, 0.68, 0], (m) => {
    m.add(lathe(outline([0, 0, 0.52, 0, 0.75, 0.68, 0, 0.68]), 0.012), 'polished', [0, 0.68, 0]);
    m.add(ring(0.7, 0.83, 0.055), 'steel', [0, 1.35, 0]);
    m.add(cylinder(0.11, 0.05), 'polished', [0, 1.05, 0.6], [Math.PI / 2 + 0.32, 0, 0]);
    m.add(cylinder(0.08, 0.055), 'polymer', [0, 1.05, 0.605], [Math.PI / 2 + 0.32, 0, 0]);
  });

const trolley = () =>
  part('Bowl trolley', [0, 0.18, 0.2], (m) => {
    for (const turn of [-0.9, 0.9]) {
      m.add(
        box(0.05, 0.5, 0.05, 0.01),
        'steel',
        [Math.sin(turn) * 0.74, 0.55, Math.cos(turn) * 0.74],
        [0, turn, 0],
      );
    }
    m.add(box(1.1, 0.05, 0.06, 0.01), 'steel', [0, 0.52, 0.58]);
    for (const x of [-0.52, 0.52]) {
      m.add(box(0.06, 0.05, 0.9, 0.01), 'steel', [x, 0.52, 0.2]);
      for (const z of [-0.2, 0.58]) {
        m.add(cylinder(0.055, 0.04, 0.008, 18), 'polymer', [x + 0.02, 0.235, z], [0, 0, Math.PI / 2]);
        m.add(box(0.05, 0.28, 0.05, 0.008), 'steel', [x, 0.26, z]);
      }
    }
  });

const expansionChamber = () =>
  part('Expansion chamber', [0, 1.47, 0], (m) => {
    m.add(lathe(outline([0, 0, 0.75, 0, 0.84, 0.34, 0.84, 1.05, 0, 1.05]), 0.02, 48), 'steel', [0, 1.47, 0]);
    m.add(ring(0.7, 0.83, 0.055), 'steel', [0, 1.415, 0]);
    bolts(m, 0.79, [0, 1.41, 0], { count: 20 });
    m.add(ring(0.8, 0.92, 0.055), 'polished', [0, 2.5, 0]);
  });

const sightGlass = () =>
  part('Sight glass', [0, 2.13, 0.835], (m) => {
    const frame = plate(0.26, 0.62, 0.05, {
      corner: 0.13,
      bevel: 0.008,
      holes: [{ x: 0, y: 0, width: 0.16, height: 0.52, radius: 0.08 }],
    });
    m.add(frame, 'polished', [0, 2.13, 0.835]);
    m.add(plate(0.2, 0.56, 0.02, { corner: 0.1 }), 'polymer', [0, 2.13, 0.845]);
    m.add(cylinder(0.05, 0.12), 'polymer', [0, 2.5, 0.9], [1.2, 0, 0]);
  });

const sprayLances = () =>
  part('Spray lances', [0, 1.95, 0], (m) => {
    for (const turn of [-1, 1, 0.55]) {
      const [x, z] = [Math.sin(turn), Math.cos(turn)];
      m.add(cylinder(0.05, 0.14, 0.003), 'polished', [x * 0.8, 1.95, z * 0.8], [Math.PI / 2, 0, -turn]);
      const drop = [x * 0.9, 1.95, z * 0.9, x * 1.06, 1.95, z * 1.06, x * 1.06, 1.5, z * 1.06];
      pipe(m, drop, 0.014);
    }
  });

const filterHousing = () =>
  part('Filter housing', [0, 2.562, 0], (m) => {
    const shell = [...outline([0, 0, 0.84, 0, 0.84, 0.62]), ...dome(0.84, 0.62, 0.24).slice(1)];
    m.add(lathe(shell, 0.02, 48), 'steel', [0, 2.61, 0]);
    m.add(ring(0.8, 0.92, 0.055), 'steel', [0, 2.562, 0]);
    bolts(m, 0.88, [0, 2.56, 0], { count: 24 });
    m.add(ring(0.84, 0.865, 0.05, 0.006, 40), 'polished', [0, 3.18, 0]);
    m.add(cylinder(0.2, 0.24), 'steel', [0, 3.42, 0]);
    m.add(ring(0.2, 0.27, 0.035), 'polished', [0, 3.64, 0]);
    bolts(m, 0.235, [0, 3.66, 0], { count: 10 });
  });

const liftColumns = () =>
  part('Lift columns', [0, 0.17, -0.1], (m) => {
    for (const x of [-1.03, 1.03]) {
      m.add(box(0.19, 3.05, 0.26, 0.03, 3), 'paint', [x, 0.17, -0.1]);
      m.add(box(0.24, 0.24, 0.32, 0.03, 3), 'greyPaint', [x, 2.42, -0.1]);
      m.add(box(0.24, 0.2, 0.32, 0.03, 3), 'greyPaint', [x, 1.28, -0.1]);
      m.add(box(0.2, 0.02, 0.27, 0), 'polymer', [x, 3.2, -0.1]);
    }
  });

const controlPillar = () =>
  part('Control panel', [1.62, 0, 0.42], (m) => {
    m.add(box(0.46, 1.25, 0.36, 0.025, 3), 'paint', [1.62, 0.08, 0.42]);
    feet(m, 0.34, 0.24, 0.08, 1.62, 0.42);
    handle(m, [1.46, 0.85, 0.6]);
    louvres(m, [1.66, 0.35, 0.595], { width: 0.22, slats: 5 });
    m.add(box(0.12, 0.24, 0.1, 0.02), 'slate', [1.62, 1.32, 0.42]);
    terminal(m, [1.62, 1.62, 0.43], { width: 0.4, height: 0.28 });
  });

const inletDuct = () =>
  part('Inlet duct', [0, 0.4, -1.15], (m) => {
    pipe(m, [0, 0.4, -0.6, 0, 0.4, -1.15, 0, 2.9, -1.15], 0.17, { bend: 0.34, sides: 20 });
    m.add(ring(0.165, 0.23, 0.03), 'polished', [0, 2.88, -1.15]);
  });

/** A fluid-bed granulator: turned vessels stacked between two lift columns, each joint a bolted flange. */
export const granulator = {
  kind: 'granulator',
  labelKey: 'starter.granulator.label',
  descriptionKey: 'starter.granulator.description',
  category: 'process',
  dimensions: { width: 3, height: 3.67, depth: 2.43 },
  anchors: {
    chamber: { part: 'Expansion chamber', position: [0.35, 0.65, 0.763], normal: [0.417, 0, 0.909] },
    bowl: { part: 'Product bowl', position: [0, 0.4, 0.68], normal: [0, -0.32, 0.947] },
    filter: { part: 'Filter housing', position: [0, 0.4, 0.84], normal: [0, 0, 1] },
    inlet: { part: 'Inlet duct', position: [0.17, 1.4, 0], normal: [1, 0, 0] },
  },
  build: () =>
    assembly('Granulator', [
      base(),
      inletPlenum(),
      productBowl(),
      trolley(),
      expansionChamber(),
      sightGlass(),
      sprayLances(),
      filterHousing(),
      liftColumns(),
      inletDuct(),
      controlPillar(),
      stackLight([1.62, 1.8, 0.36]),
    ]),
} satisfies StarterDefinition;
