import { belt, beltFrame } from '../detail/belt-conveyor';
import { feet } from '../detail/feet';
import { handle } from '../detail/handle';
import { louvres } from '../detail/louvres';
import { stackLight } from '../detail/stack-light';
import { terminal } from '../detail/terminal';
import { box } from '../kit/box';
import { assembly, part } from '../kit/part';
import { plate } from '../kit/plate';
import { sideProfile } from '../kit/side-profile';
import { cylinder } from '../kit/turned';
import type { Vec3 } from '../kit/vec3';
import type { StarterDefinition } from '../starter-definition';

const LENGTH = 2.2;
const FORWARD: Vec3 = [Math.PI / 2, 0, 0];
/** How far the front glass leans back. */
const SLOPE = -0.614;
const OUTFEED = { from: 1.14, to: 2.3, top: 0.92, z: 0.08, width: 0.34 };

const base = () =>
  part('Base', [0, 0, 0], (m) => {
    feet(m, 1.9, 0.86, 0.1);
    m.add(box(LENGTH, 0.7, 1.06, 0.03, 3), 'paint', [0, 0.1, 0]);
    for (const x of [-0.55, 0.55]) {
      m.add(plate(1.02, 0.58, 0.018), 'paint', [x, 0.44, 0.525]);
      handle(m, [x, 0.64, 0.54], 0.18, 'level');
      louvres(m, [x, 0.32, 0.54], { width: 0.4, slats: 4 });
    }
    for (const x of [-0.55, 0.55]) {
      m.add(plate(1.02, 0.58, 0.018), 'paint', [x, 0.44, -0.525], [0, Math.PI, 0]);
      m.add(plate(1.02, 0.72, 0.014), 'paint', [x, 1.26, -0.515], [0, Math.PI, 0]);
    }
    m.add(box(LENGTH + 0.02, 0.05, 1.1, 0.016), 'polished', [0, 0.8, 0]);
    m.add(box(LENGTH, 0.86, 0.2, 0.03, 3), 'paint', [0, 0.84, -0.42]);
  });

const cartonChain = () =>
  part('Carton chain', [0, 0.86, 0.08], (m) => {
    m.add(box(LENGTH - 0.1, 0.1, 0.42, 0.02), 'darkSteel', [0, 0.86, 0.08]);
    for (let i = 0; i < 13; i++) {
      m.add(box(0.085, 0.16, 0.3, 0.006), i > 4 ? 'carton' : 'steel', [-0.96 + i * 0.16, 0.96, 0.1]);
    }
  });

const drum = () =>
  part(
    'Drum',
    [-0.35, 1.34, 0.2],
    (m) => {
      m.add(cylinder(0.26, 0.34, 0.012, 40), 'steel', [-0.35, 1.34, -0.1], FORWARD);
      m.add(cylinder(0.1, 0.42, 0.01, 28), 'slate', [-0.35, 1.34, -0.1], FORWARD);
      for (let i = 0; i < 6; i++) {
        const angle = (i / 6) * 2 * Math.PI;
        const place: Vec3 = [-0.35 + Math.cos(angle) * 0.2, 1.34 + Math.sin(angle) * 0.2, 0.2];
        m.add(cylinder(0.03, 0.1, 0.006, 14), 'polymer', place, FORWARD);
      }
    },
    { turnsAround: 'z' },
  );

const hood = () =>
  part('Hood', [0, 0.85, 0], (m) => {
    m.add(sideProfile([-0.5, 1.66, 0.12, 1.66, 0.16, 1.72, -0.5, 1.74], LENGTH, 0.012), 'paint');
    const rib = sideProfile([0.5, 0.85, 0.54, 0.85, 0.54, 1.16, 0.16, 1.7, 0.1, 1.7, 0.5, 1.14], 0.04, 0.006);
    for (const x of [-1.08, 0, 1.08]) m.add(rib, 'slate', [x, 0, 0]);
    for (const x of [-0.54, 0.54]) {
      m.add(plate(1.0, 0.3, 0.01, { corner: 0.01, bevel: 0.002 }), 'glass', [x, 1.0, 0.515]);
      m.add(plate(1.0, 0.64, 0.01, { corner: 0.01, bevel: 0.002 }), 'glass', [x, 1.43, 0.33], [SLOPE, 0, 0]);
      m.at([x, 1.24, 0.475], [SLOPE, 0, 0], () => handle(m, [0, 0, 0], 0.22, 'level'));
    }
  });

const magazine = () =>
  part('Magazine', [-0.5, 1.78, -0.12], (m) => {
    m.at([-0.5, 1.78, -0.12], [0.5, 0, 0], () => {
      m.add(box(0.44, 0.04, 0.75, 0.01), 'steel');
      for (const x of [-0.23, 0.23]) m.add(box(0.02, 0.24, 0.75, 0.008), 'steel', [x, 0, 0]);
      m.add(box(0.38, 0.2, 0.6, 0.004), 'carton', [0, 0.04, -0.03]);
      for (let i = 0; i < 14; i++) m.add(box(0.384, 0.204, 0.004, 0), 'paint', [0, 0.04, -0.3 + i * 0.042]);
    });
  });

const controlPanel = () =>
  part('Control panel', [0.95, 1.68, 0.1], (m) => {
    m.add(cylinder(0.02, 0.2, 0.004, 14), 'steel', [0.95, 1.68, 0.1], [0.9, 0, 0]);
    terminal(m, [0.95, 1.62, 0.34], { width: 0.4, height: 0.3, tilt: -0.3 });
  });

const outfeed = () =>
  part('Outfeed', [OUTFEED.from, 0, OUTFEED.z], (m) => {
    belt(m, OUTFEED);
    beltFrame(m, OUTFEED);
    for (let i = 0; i < 5; i++) m.add(box(0.07, 0.05, 0.17, 0.004), 'carton', [1.32 + i * 0.2, 0.922, 0.08]);
  });

/** A cartoner: a carton chain and a feeding drum under a sloped clear hood, blanks in a magazine on top. */
export const cartoner = {
  kind: 'cartoner',
  labelKey: 'starter.cartoner.label',
  descriptionKey: 'starter.cartoner.description',
  category: 'packing',
  dimensions: { width: 3.41, height: 2.17, depth: 1.15 },
  anchors: {
    drum: { part: 'Drum', position: [0, 0.26, -0.1], normal: [0, 1, 0] },
    chain: { part: 'Carton chain', position: [0.64, 0.26, 0.02], normal: [0, 1, 0] },
    magazine: { part: 'Magazine', position: [0, 0.2, -0.1], normal: [0, 0.88, 0.48] },
    outfeed: { part: 'Outfeed', position: [0.6, 0.92, 0], normal: [0, 1, 0] },
  },
  build: () =>
    assembly('Cartoner', [
      base(),
      cartonChain(),
      drum(),
      hood(),
      magazine(),
      controlPanel(),
      outfeed(),
      stackLight([0.98, 1.74, -0.35]),
    ]),
} satisfies StarterDefinition;
