import { belt, beltFrame } from '../detail/belt-conveyor';
import { feet } from '../detail/feet';
import { handle } from '../detail/handle';
import { louvres } from '../detail/louvres';
import { stackLight } from '../detail/stack-light';
import { terminal } from '../detail/terminal';
import { box } from '../kit/box';
import { lathe, outline } from '../kit/lathe';
import { loft } from '../kit/loft';
import { assembly, part } from '../kit/part';
import { plate } from '../kit/plate';
import { ribbon } from '../kit/ribbon';
import { tube } from '../kit/tube';
import { cylinder, rod } from '../kit/turned';
import type { Vec3 } from '../kit/vec3';
import type { MaterialName } from '../materials';
import type { StarterDefinition } from '../starter-definition';

const LENGTH = 4.4;
/** The line in which web and stations stand, in front of the balcony wall. */
const WEB_Z = -0.12;
const FORWARD: Vec3 = [Math.PI / 2, 0, 0];
const OUTFEED = { from: 2.24, to: 3.2, top: 0.92, z: -0.1, width: 0.34 };

const base = () =>
  part('Base', [0, 0, 0], (m) => {
    for (const x of [-1.65, 0, 1.65]) feet(m, 0.9, 0.78, 0.1, x, 0);
    m.add(box(LENGTH, 0.66, 0.94, 0.03, 3), 'paint', [0, 0.1, 0]);
    for (let i = 0; i < 4; i++) {
      const x = -1.62 + i * 1.08;
      m.add(plate(1.02, 0.54, 0.018), 'paint', [x, 0.42, 0.465]);
      handle(m, [x, 0.61, 0.48], 0.18, 'level');
      if (i % 2) louvres(m, [x, 0.3, 0.48], { width: 0.4, slats: 4 });
      m.add(plate(1.02, 0.54, 0.018), 'paint', [x, 0.42, -0.465], [0, Math.PI, 0]);
    }
    m.add(box(LENGTH, 0.05, 0.98, 0.015), 'polished', [0, 0.76, 0]);
  });

const balcony = () =>
  part('Balcony wall', [0, 0.8, -0.38], (m) => {
    m.add(box(LENGTH, 0.98, 0.16, 0.02, 3), 'steel', [0, 0.8, -0.38]);
    m.add(box(LENGTH + 0.02, 0.05, 0.2, 0.015), 'slate', [0, 1.77, -0.38]);
    for (const x of [-1.1, 0, 1.1])
      m.add(plate(1.02, 0.84, 0.014), 'steel', [x, 1.28, -0.456], [0, Math.PI, 0]);
  });

const reel = (name: string, x: number, y: number, radius: number, material: MaterialName) =>
  part(
    name,
    [x, y, -0.28],
    (m) => {
      m.at([x, y, -0.28], FORWARD, () => {
        const roll = outline([0.07, 0, radius, 0, radius, 0.28, 0.07, 0.28]);
        m.add(lathe(roll, 0.006, 44), material);
        m.add(cylinder(0.07, 0.34, 0.008, 24), 'slate');
        m.add(cylinder(0.03, 0.38, 0.006, 16), 'polished');
      });
    },
    { turnsAround: 'z' },
  );

const web = () =>
  part('Web', [0.1, 1.02, WEB_Z], (m) => {
    const rollers = [
      [-1.5, 1.12],
      [-1.42, 1.5],
      [0.98, 1.2],
      [-1.28, 1.02],
    ] as const;
    for (const [x, y] of rollers) m.add(cylinder(0.04, 0.34, 0.003, 20), 'polished', [x, y, -0.3], FORWARD);
    m.add(box(3.3, 0.012, 0.26, 0), 'foil', [0.1, 1.02, WEB_Z]);
    const film = [
      -1.86, 1.69, -1.41, 1.541, -1.383, 1.52, -1.38, 1.49, -1.459, 1.13, -1.459, 1.1, -1.3, 1.03,
    ];
    m.add(ribbon(film, 0.25), 'greyPaint', [0, 0, WEB_Z]);
    m.add(ribbon([0.94, 1.5, 0.94, 1.2, 0.953, 1.168, 1.0, 1.03], 0.25), 'foil', [0, 0, WEB_Z]);
    const pocket = rod(0.017, 0.012, 8);
    for (let i = 0; i < 44; i++) {
      for (const z of [-0.06, 0.06]) m.add(pocket, 'paint', [-0.6 + i * 0.05, 1.032, WEB_Z + z]);
    }
  });

interface Station {
  readonly name: string;
  readonly x: number;
  readonly width: number;
  readonly height: number;
  readonly material: MaterialName;
}

const station = ({ name, x, width, height, material }: Station) =>
  part(name, [x, 0.84, WEB_Z], (m) => {
    m.add(box(width, 0.14, 0.36, 0.02), 'darkSteel', [x, 0.84, WEB_Z]);
    m.add(box(width, height, 0.36, 0.025), material, [x, 1.14, WEB_Z]);
    for (const dx of [0.04 - width / 2, width / 2 - 0.04]) {
      for (const dz of [-0.13, 0.13]) m.add(rod(0.018, 0.3, 12), 'polished', [x + dx, 0.92, WEB_Z + dz]);
    }
  });

const sealingStation = () => {
  const press = station({ name: 'Sealing station', x: 1.14, width: 0.36, height: 0.3, material: 'steel' });
  const drive = part('Sealing drive', [1.14, 1.44, WEB_Z], (m) => {
    m.add(cylinder(0.16, 0.18, 0.01, 32), 'polished', [1.14, 1.44, WEB_Z]);
    m.add(cylinder(0.1, 0.1, 0.01, 32), 'slate', [1.14, 1.6, WEB_Z]);
  });
  return { ...press, children: [drive] };
};

const feeder = () =>
  part('Feeder', [-0.18, 1.1, WEB_Z], (m) => {
    const channel = loft([
      { y: 0, w: 0.5, d: 0.24, r: 0.03 },
      { y: 0.1, w: 0.5, d: 0.24, r: 0.03 },
      { y: 0.34, w: 0.6, d: 0.42, r: 0.05 },
      { y: 0.42, w: 0.6, d: 0.42, r: 0.05 },
    ]);
    m.add(channel, 'polished', [-0.18, 1.1, WEB_Z]);
  });

const hopper = () =>
  part('Hopper', [-0.18, 1.5, WEB_Z], (m) => {
    const shell = loft([
      { y: -0.12, w: 0.14, d: 0.14, r: 0.06 },
      { y: 0, w: 0.14, d: 0.14, r: 0.06 },
      { y: 0.22, w: 0.5, d: 0.5, r: 0.14 },
      { y: 0.46, w: 0.52, d: 0.52, r: 0.15 },
      { y: 0.49, w: 0.56, d: 0.56, r: 0.16 },
    ]);
    m.add(shell, 'steel', [-0.18, 1.62, WEB_Z]);
  });

const guard = () =>
  part('Guard', [0, 0.8, 0.45], (m) => {
    m.add(box(LENGTH, 0.045, 0.045, 0.01), 'slate', [0, 1.75, 0.45]);
    const pitch = 1.0885;
    for (let i = 0; i <= 4; i++)
      m.add(box(0.045, 0.98, 0.045, 0.01), 'slate', [-2.177 + i * pitch, 0.8, 0.45]);
    const pane = { corner: 0.02, bevel: 0.002 };
    for (let i = 0; i < 4; i++) {
      const x = -1.633 + i * pitch;
      m.add(plate(1.03, 0.92, 0.012, pane), 'glass', [x, 1.28, 0.445]);
      handle(m, [x + (i % 2 ? -0.42 : 0.42), 1.15, 0.457], 0.2);
    }
    for (const x of [-2.18, 2.18])
      m.add(plate(0.8, 0.92, 0.012, pane), 'glass', [x, 1.28, 0.06], [0, Math.PI / 2, 0]);
  });

const controlPanel = () =>
  part('Control panel', [1.98, 1.78, -0.38], (m) => {
    m.add(
      tube([1.98, 1.78, -0.38, 1.98, 2.02, -0.38, 1.98, 2.02, 0.5, 1.98, 1.76, 0.5], 0.026, 0.08),
      'steel',
    );
    terminal(m, [1.98, 1.56, 0.5], { width: 0.4, height: 0.3, tilt: -0.08 });
  });

const outfeed = () =>
  part('Outfeed', [OUTFEED.from, 0, OUTFEED.z], (m) => {
    belt(m, OUTFEED);
    beltFrame(m, OUTFEED);
    for (let i = 0; i < 7; i++) {
      const x = 2.36 + i * 0.125;
      m.add(box(0.075, 0.008, 0.12, 0), 'foil', [x, 0.922, -0.1]);
      for (let k = 0; k < 8; k++) {
        const place: Vec3 = [x - 0.02 + (k % 2) * 0.035, 0.93, -0.14 + Math.floor(k / 2) * 0.026];
        m.add(rod(0.008, 0.006, 6), 'paint', place);
      }
    }
  });

/** A blister packer of balcony design: stations cantilevered from a steel wall, the web running left to right. */
export const blisterPacker = {
  kind: 'blister-packer',
  labelKey: 'starter.blisterPacker.label',
  descriptionKey: 'starter.blisterPacker.description',
  category: 'packing',
  dimensions: { width: 5.41, height: 2.19, depth: 1.05 },
  anchors: {
    seal: { part: 'Sealing drive', position: [0, 0.1, 0.16], normal: [0, 0, 1] },
    forming: { part: 'Forming station', position: [0, 0.56, 0], normal: [0, 1, 0] },
    hopper: { part: 'Hopper', position: [0, 0.5, 0.26], normal: [0, 0, 1] },
    outfeed: { part: 'Outfeed', position: [0.5, 0.92, 0], normal: [0, 1, 0] },
  },
  build: () =>
    assembly('Blister packer', [
      base(),
      balcony(),
      reel('Forming reel', -1.86, 1.4, 0.29, 'greyPaint'),
      reel('Lidding reel', 0.72, 1.5, 0.22, 'foil'),
      web(),
      station({ name: 'Forming station', x: -0.98, width: 0.4, height: 0.26, material: 'steel' }),
      feeder(),
      hopper(),
      sealingStation(),
      station({ name: 'Punch station', x: 1.66, width: 0.3, height: 0.24, material: 'slate' }),
      guard(),
      controlPanel(),
      outfeed(),
      stackLight([-2.05, 1.82, -0.38]),
    ]),
} satisfies StarterDefinition;
