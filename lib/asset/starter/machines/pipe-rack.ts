import { pipe } from '../detail/pipe';
import { box } from '../kit/box';
import { assembly, part } from '../kit/part';
import { tube } from '../kit/tube';
import { cylinder, ring } from '../kit/turned';
import type { Vec3 } from '../kit/vec3';
import type { StarterDefinition } from '../starter-definition';

const LENGTH = 6;
const FORWARD: Vec3 = [Math.PI / 2, 0, 0];
const SIDEWAYS: Vec3 = [0, 0, Math.PI / 2];
const POSTS = [-2.25, 0, 2.25] as const;
/** Where a drop leaves the return line, and how low it comes. */
const DROPS = [
  [-1.2, 1.1],
  [1.35, 1.4],
] as const;

const LINES = [
  { name: 'Supply pipe', y: 2.72, radius: 0.032, z: 0 },
  { name: 'Return pipe', y: 2.54, radius: 0.032, z: 0.02 },
  { name: 'Air pipe', y: 2.38, radius: 0.022, z: 0 },
] as const;

const rack = () =>
  part('Rack', [0, 0, -0.1], (m) => {
    for (const x of POSTS) {
      m.add(box(0.07, 2.84, 0.07, 0.01), 'greyPaint', [x, 0.02, -0.13]);
      m.add(box(0.18, 0.02, 0.18, 0.006), 'slate', [x, 0, -0.13]);
      for (const { y, radius, z } of LINES) {
        m.add(box(0.04, 0.03, 0.16, 0.006), 'steel', [x, y - radius - 0.03, -0.02]);
        m.add(ring(radius - 0.002, radius + 0.014, 0.03, 0.003, 18), 'polymer', [x + 0.015, y, z], SIDEWAYS);
      }
    }
  });

const line = ({ name, y, radius, z }: (typeof LINES)[number]) =>
  part(name, [0, y, z], (m) => {
    m.add(tube([-LENGTH / 2, y, z, LENGTH / 2, y, z], radius, 0, 18), 'polished');
    for (const x of [-2.96, -1.7, 0.6, 1.8, 2.96]) {
      m.add(ring(radius * 0.9, radius * 1.55, 0.024, 0.003, 20), 'steel', [x + 0.012, y, z], SIDEWAYS);
    }
  });

const drop = (name: string, x: number, low: number) =>
  part(name, [x, (low + 2.54) / 2, 0.32], (m) => {
    const way = [x, 2.54, 0.02, x, 2.54, 0.32, x, low, 0.32, x, low, 0.62];
    pipe(m, way, 0.026, { material: 'polished' });
    m.add(ring(0.02, 0.042, 0.02, 0.003, 18), 'steel', [x, low, 0.6], FORWARD);
    m.at([x, (low + 2.54) / 2, 0.32], [0, 0, 0], () => {
      m.add(box(0.1, 0.1, 0.1, 0.02), 'steel', [0, -0.05, 0]);
      m.add(cylinder(0.05, 0.16, 0.012), 'polymer', [0, 0, 0.04], FORWARD);
      m.add(cylinder(0.035, 0.04, 0.008), 'paint', [0, 0, 0.2], FORWARD);
      for (const y of [-0.07, 0.045]) m.add(ring(0.024, 0.042, 0.024, 0.003, 18), 'steel', [0, y, 0]);
    });
  });

/** Three hygienic lines on slender posts, six metres, with two drops through diaphragm valves. */
export const pipeRack = {
  kind: 'pipe-rack',
  labelKey: 'starter.pipeRack.label',
  descriptionKey: 'starter.pipeRack.description',
  category: 'utility',
  dimensions: { width: 6, height: 2.86, depth: 0.84 },
  anchors: {
    supply: { part: 'Supply pipe', position: [0.9, 0.032, 0], normal: [0, 1, 0] },
    valve1: { part: 'Valve 1', position: [0, 0, 0.24], normal: [0, 0, 1] },
    valve2: { part: 'Valve 2', position: [0, 0, 0.24], normal: [0, 0, 1] },
  },
  build: () =>
    assembly('Pipe rack', [
      rack(),
      ...LINES.map(line),
      ...DROPS.map(([x, low], i) => drop(`Valve ${i + 1}`, x, low)),
    ]),
} satisfies StarterDefinition;
