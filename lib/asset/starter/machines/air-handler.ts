import { feet } from '../detail/feet';
import { handle } from '../detail/handle';
import { louvres } from '../detail/louvres';
import { pipe } from '../detail/pipe';
import { terminal } from '../detail/terminal';
import { box } from '../kit/box';
import type { Drawing } from '../kit/drawing';
import { loft } from '../kit/loft';
import { assembly, type Part, part } from '../kit/part';
import { plate } from '../kit/plate';
import { cylinder, ring } from '../kit/turned';
import type { Vec3 } from '../kit/vec3';
import type { StarterDefinition } from '../starter-definition';

/** The four sections, from where the air comes in to where it leaves; each is a metre wide. */
const SECTION_X = [-1.5, -0.5, 0.5, 1.5] as const;
const [FLOOR, HEIGHT, DEPTH] = [0.2, 1.7, 1.3];
const MIDDLE = FLOOR + HEIGHT / 2;
const FRONT = DEPTH / 2;
const FAN_X = SECTION_X[2];
const FORWARD: Vec3 = [Math.PI / 2, 0, 0];

const casing = () =>
  part('Casing', [0, 0, 0], (m) => {
    for (const x of [-1.5, 0, 1.5]) feet(m, 0.7, DEPTH - 0.2, 0.1, x, 0);
    for (const z of [-FRONT + 0.06, FRONT - 0.06]) m.add(box(4.02, 0.12, 0.1, 0.012), 'slate', [0, 0.09, z]);
    m.add(box(3.98, HEIGHT - 0.02, DEPTH - 0.06, 0.02, 3), 'paint', [0, FLOOR + 0.01, 0]);
    for (const x of [-2, -1, 0, 1, 2]) {
      for (const z of [-FRONT + 0.02, FRONT - 0.02])
        m.add(box(0.06, HEIGHT, 0.06, 0.012), 'greyPaint', [x * 0.99, FLOOR, z]);
      for (const y of [FLOOR, FLOOR + HEIGHT - 0.06])
        m.add(box(0.06, 0.06, DEPTH - 0.06, 0.012), 'greyPaint', [x * 0.99, y, 0]);
    }
    for (const y of [FLOOR, FLOOR + HEIGHT - 0.06]) {
      for (const z of [-FRONT + 0.02, FRONT - 0.02])
        m.add(box(4.0, 0.06, 0.06, 0.012), 'greyPaint', [0, y, z]);
    }
  });

/** Hinges on the left and two cam handles on the right of a door centred on x. */
function fittings(m: Drawing, x: number): void {
  for (const y of [MIDDLE - 0.5, MIDDLE + 0.5]) {
    m.add(cylinder(0.016, 0.12, 0.003, 14), 'polymer', [x - 0.44, y - 0.06, FRONT + 0.025]);
    handle(m, [x + 0.38, y, FRONT + 0.03], 0.13);
  }
}

const door = (name: string, x: number, draw: (m: Drawing) => void) =>
  part(name, [x - 0.44, FLOOR, FRONT], (m) => {
    m.add(plate(0.9, HEIGHT - 0.12, 0.04, { corner: 0.02, bevel: 0.008 }), 'paint', [
      x,
      MIDDLE,
      FRONT - 0.01,
    ]);
    fittings(m, x);
    draw(m);
  });

/** A dial that shows the pressure lost over a filter. */
function gauge(m: Drawing, x: number, y: number): void {
  m.add(cylinder(0.07, 0.03, 0.006, 32), 'polymer', [x, y, FRONT + 0.025], FORWARD);
  m.add(cylinder(0.06, 0.004, 0.001, 32), 'paint', [x, y, FRONT + 0.053], FORWARD);
  m.add(box(0.006, 0.05, 0.004, 0), 'polymer', [x, y - 0.01, FRONT + 0.056], [0, 0, -0.7]);
}

const fanDoor = () =>
  part('Fan door', [FAN_X - 0.44, FLOOR, FRONT], (m) => {
    const porthole = { x: 0, y: 0.18, radius: 0.3 };
    const skin = plate(0.9, HEIGHT - 0.12, 0.05, { corner: 0.02, bevel: 0.008, holes: [porthole] });
    m.add(skin, 'paint', [FAN_X, MIDDLE, FRONT - 0.01]);
    m.add(cylinder(0.31, 0.01, 0.002, 40), 'polymer', [FAN_X, MIDDLE + 0.18, FRONT - 0.018], FORWARD);
    m.add(ring(0.29, 0.35, 0.03, 0.006, 48), 'polished', [FAN_X, MIDDLE + 0.18, FRONT + 0.03], FORWARD);
    m.add(cylinder(0.3, 0.008, 0.002, 40), 'glass', [FAN_X, MIDDLE + 0.18, FRONT + 0.044], FORWARD);
    fittings(m, FAN_X);
    louvres(m, [FAN_X, MIDDLE - 0.5, FRONT + 0.04], { width: 0.44, slats: 6 });
  });

const fan = () =>
  part(
    'Fan',
    [FAN_X, MIDDLE + 0.18, FRONT],
    (m) => {
      m.at([FAN_X, MIDDLE + 0.18, FRONT + 0.004], [0, 0, 0], () => {
        m.add(cylinder(0.07, 0.035, 0.01, 28), 'steel', [0, 0, -0.006], FORWARD);
        for (let i = 0; i < 9; i++) {
          m.at([0, 0, 0], [0, 0, (i / 9) * 2 * Math.PI], () => {
            m.add(box(0.085, 0.2, 0.008, 0), 'polished', [0.02, 0.06, 0.012], [0, 0.5, -0.18]);
          });
        }
        m.add(ring(0.262, 0.28, 0.03, 0.003, 44), 'polished', [0, 0, -0.006], FORWARD);
      });
    },
    { turnsAround: 'z' },
  );

const coilPipes = () =>
  part('Coil pipes', [SECTION_X[1], 0.5, FRONT], (m) => {
    for (const [x, y] of [
      [-0.66, 0.56],
      [-0.42, 0.4],
    ] as const) {
      pipe(m, [x, y, FRONT, x, y, FRONT + 0.16, x, 0.03, FRONT + 0.16], 0.036, {
        material: 'polished',
        sides: 16,
      });
      m.add(ring(0.03, 0.065, 0.016, 0.003, 28), 'darkSteel', [x, y, FRONT + 0.03], FORWARD);
      m.add(cylinder(0.06, 0.03, 0.004, 20), 'slate', [x, 0, FRONT + 0.16]);
    }
    m.add(box(0.1, 0.1, 0.1, 0.02), 'slate', [-0.42, 0.2, FRONT + 0.16]);
    m.add(cylinder(0.05, 0.1, 0.012, 24), 'greyPaint', [-0.42, 0.25, FRONT + 0.2], FORWARD);
  });

const intake = () =>
  part('Intake', [-2, MIDDLE, 0], (m) => {
    m.at([-1.99, MIDDLE + 0.2, 0], [0, -Math.PI / 2, 0], () => {
      m.add(plate(0.98, 0.98, 0.16, { corner: 0.02, bevel: 0.01 }), 'greyPaint');
      m.add(plate(0.9, 0.9, 0.02, { corner: 0.01, bevel: 0.004 }), 'polymer', [0, 0, 0.15]);
      for (let i = 0; i < 10; i++)
        m.add(box(0.9, 0.012, 0.09, 0), 'foil', [0, -0.42 + i * 0.092, 0.15], [0.6, 0, 0]);
    });
  });

/** A duct spigot on the roof: transition, flexible collar, flange. */
const spigot = (name: string, x: number): Part =>
  part(name, [x, FLOOR + HEIGHT, 0], (m) => {
    const transition = loft([
      { y: 0, w: 0.8, d: 0.8, r: 0.02 },
      { y: 0.05, w: 0.8, d: 0.8, r: 0.02 },
      { y: 0.22, w: 0.56, d: 0.46, r: 0.02 },
      { y: 0.26, w: 0.56, d: 0.46, r: 0.02 },
    ]);
    const top = FLOOR + HEIGHT;
    m.add(transition, 'foil', [x, top - 0.01, 0]);
    m.add(box(0.54, 0.14, 0.44, 0.012), 'slate', [x, top + 0.24, 0]);
    for (const y of [0.22, 0.37]) m.add(box(0.63, 0.035, 0.51, 0.006), 'darkSteel', [x, top + y, 0]);
    m.add(box(0.52, 0.01, 0.42, 0), 'polymer', [x, top + 0.4, 0]);
  });

const controlPanel = () =>
  part('Control panel', [SECTION_X[3], MIDDLE + 0.1, FRONT + 0.03], (m) => {
    m.add(box(0.44, 0.62, 0.12, 0.012), 'greyPaint', [SECTION_X[3], MIDDLE - 0.06, FRONT + 0.08]);
    terminal(m, [SECTION_X[3], MIDDLE + 0.36, FRONT + 0.135], { width: 0.26, height: 0.19, tilt: 0 });
    for (const x of [-0.09, 0, 0.09])
      m.add(
        cylinder(0.018, 0.018, 0.004, 16),
        x ? 'lamp' : 'polymer',
        [SECTION_X[3] + x, MIDDLE + 0.12, FRONT + 0.138],
        FORWARD,
      );
  });

/** An air-handling unit: filter, coil, fan and supply sections in a row, duct spigots on the roof. */
export const airHandler = {
  kind: 'air-handler',
  labelKey: 'starter.airHandler.label',
  descriptionKey: 'starter.airHandler.description',
  category: 'utility',
  dimensions: { width: 4.19, height: 2.31, depth: 1.61 },
  anchors: {
    fan: { part: 'Fan', position: [0, 0, 0.033], normal: [0, 0, 1] },
    filter: { part: 'Filter door', position: [0.34, 1.35, 0.058], normal: [0, 0, 1] },
    coil: { part: 'Coil pipes', position: [0.08, -0.3, 0.19], normal: [0, 0, 1] },
    supply: { part: 'Supply spigot', position: [0, 0.3, 0.22], normal: [0, 0, 1] },
  },
  build: () =>
    assembly('Air handler', [
      casing(),
      door('Filter door', SECTION_X[0], (m) => {
        gauge(m, SECTION_X[0] - 0.1, MIDDLE + 0.5);
        gauge(m, SECTION_X[0] + 0.1, MIDDLE + 0.5);
      }),
      door('Coil door', SECTION_X[1], () => {}),
      fanDoor(),
      fan(),
      door('Supply door', SECTION_X[3], () => {}),
      coilPipes(),
      intake(),
      spigot('Return spigot', SECTION_X[1]),
      spigot('Supply spigot', SECTION_X[3]),
      controlPanel(),
    ]),
} satisfies StarterDefinition;
