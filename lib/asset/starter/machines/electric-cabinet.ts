import { handle } from '../detail/handle';
import { louvres } from '../detail/louvres';
import { terminal } from '../detail/terminal';
import { box } from '../kit/box';
import { assembly, part } from '../kit/part';
import { plate } from '../kit/plate';
import { cylinder } from '../kit/turned';
import type { Vec3 } from '../kit/vec3';
import type { StarterDefinition } from '../starter-definition';

const FORWARD: Vec3 = [Math.PI / 2, 0, 0];

const cabinet = () =>
  part('Cabinet', [0, 0, 0], (m) => {
    m.add(box(1.5, 0.1, 0.48, 0.008), 'polymer', [0, 0, 0]);
    m.add(box(1.54, 1.9, 0.52, 0.015, 3), 'greyPaint', [0, 0.1, 0]);
    m.add(box(1.3, 0.06, 0.36, 0.02), 'slate', [0, 2, 0]);
  });

const door = (name: string, side: -1 | 1) =>
  part(name, [side * 0.755, 0.13, 0.258], (m) => {
    m.add(plate(0.74, 1.84, 0.024, { corner: 0.015 }), 'greyPaint', [side * 0.385, 1.05, 0.258]);
    louvres(m, [side * 0.385, 0.36, 0.28], { width: 0.4, slats: 7 });
    handle(m, [side * 0.07, 1.05, 0.28], 0.22);
    for (const y of [0.35, 1.75])
      m.add(cylinder(0.012, 0.09, 0.003, 12), 'darkSteel', [side * 0.757, y, 0.276]);
  });

const mainSwitch = () =>
  part('Main switch', [-0.4, 1.5, 0.28], (m) => {
    m.add(cylinder(0.05, 0.03, 0.006), 'polymer', [-0.4, 1.5, 0.28], FORWARD);
    m.add(box(0.02, 0.1, 0.03, 0.006), 'paint', [-0.4, 1.45, 0.31]);
    m.add(plate(0.12, 0.1, 0.004, { corner: 0.01, bevel: 0.001 }), 'paint', [-0.4, 1.72, 0.281]);
  });

const display = () =>
  part('Display', [0.4, 1.5, 0.28], (m) => {
    terminal(m, [0.4, 1.5, 0.262], { width: 0.3, height: 0.2, tilt: 0 });
    for (const x of [0.3, 0.4, 0.5])
      m.add(cylinder(0.014, 0.016, 0.003, 14), 'lamp', [x, 1.28, 0.28], FORWARD);
  });

const cableDuct = () =>
  part('Cable duct', [0, 2, -0.15], (m) => {
    m.add(box(0.5, 0.36, 0.14, 0.01), 'darkSteel', [0, 2, -0.15]);
    for (const y of [2.12, 2.3]) m.add(box(0.54, 0.03, 0.18, 0.006), 'slate', [0, y, -0.15]);
  });

/** A two-door electric cabinet with a main switch, a display and its cables leaving upwards. */
export const electricCabinet = {
  kind: 'electric-cabinet',
  labelKey: 'starter.electricCabinet.label',
  descriptionKey: 'starter.electricCabinet.description',
  category: 'utility',
  dimensions: { width: 1.54, height: 2.36, depth: 0.6 },
  anchors: {
    display: { part: 'Display', position: [0, 0.12, 0.032], normal: [0, 0, 1] },
    switch: { part: 'Main switch', position: [0, 0, 0.045], normal: [0, 0, 1] },
    top: { part: 'Cabinet', position: [0.3, 2.06, 0.1], normal: [0, 1, 0] },
  },
  build: () =>
    assembly('Electric cabinet', [
      cabinet(),
      door('Left door', -1),
      door('Right door', 1),
      mainSwitch(),
      display(),
      cableDuct(),
    ]),
} satisfies StarterDefinition;
