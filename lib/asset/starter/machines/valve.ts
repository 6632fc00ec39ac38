import { SphereGeometry } from 'three';
import { bolts } from '../detail/bolts';
import { box } from '../kit/box';
import type { Drawing } from '../kit/drawing';
import { dome, lathe, outline } from '../kit/lathe';
import { assembly, part } from '../kit/part';
import { plate } from '../kit/plate';
import { hose } from '../kit/tube';
import { cylinder, ring, rod } from '../kit/turned';
import type { Vec3 } from '../kit/vec3';
import type { StarterDefinition } from '../starter-definition';

/** Height of the middle of the pipe. */
const PIPE = 0.14;
const RIGHT: Vec3 = [0, 0, -Math.PI / 2];
const LEFT: Vec3 = [0, 0, Math.PI / 2];
const FORWARD: Vec3 = [Math.PI / 2, 0, 0];

const body = () =>
  part('Body', [0, PIPE, 0], (m) => {
    const bulge = new SphereGeometry(0.12, 32, 20).scale(1.08, 1, 0.96);
    m.add(bulge, 'greyPaint', [0, PIPE, 0]);
    for (const turn of [RIGHT, LEFT]) {
      m.at([0, PIPE, 0], turn, () => {
        m.add(cylinder(0.086, 0.16, 0.006, 32, 0.07), 'greyPaint', [0, 0.07, 0]);
        m.add(ring(0.05, 0.125, 0.026, 0.004, 40), 'slate', [0, 0.214, 0]);
        m.add(ring(0.05, 0.088, 0.031, 0.003, 32), 'polished', [0, 0.214, 0]);
        bolts(m, 0.104, [0, 0.214, 0], { count: 8, size: 0.01 });
      });
    }
    m.add(plate(0.09, 0.05, 0.006, { corner: 0.006, bevel: 0.002 }), 'polished', [0, PIPE, 0.113]);
  });

const bonnet = () =>
  part('Bonnet', [0, 0.24, 0], (m) => {
    m.add(ring(0.04, 0.105, 0.024, 0.004, 36), 'slate', [0, 0.235, 0]);
    bolts(m, 0.088, [0, 0.259, 0], { count: 8, size: 0.009 });
    m.add(
      lathe(outline([0, 0, 0.062, 0, 0.05, 0.05, 0.034, 0.09, 0, 0.09]), 0.008, 32),
      'greyPaint',
      [0, 0.258, 0],
    );
    for (const x of [-0.075, 0.075]) m.add(rod(0.011, 0.26, 14), 'polished', [x, 0.25, 0]);
    m.add(box(0.2, 0.03, 0.07, 0.01), 'greyPaint', [0, 0.49, 0]);
  });

const stem = () =>
  part('Stem', [0, 0.34, 0], (m) => {
    m.add(rod(0.011, 0.2, 16), 'polished', [0, 0.32, 0]);
    m.add(box(0.05, 0.05, 0.04, 0.006), 'darkSteel', [0, 0.4, 0]);
    m.add(box(0.05, 0.01, 0.014, 0.002), 'polymer', [0.06, 0.42, 0]);
  });

const actuator = () =>
  part('Actuator', [0, 0.52, 0], (m) => {
    const lower = outline([0, 0, 0.05, 0, 0.07, 0.02, 0.15, 0.055, 0.16, 0.085, 0, 0.085]);
    m.add(lathe(lower, 0.012, 44), 'paint', [0, 0.51, 0]);
    m.add(ring(0.1, 0.185, 0.014, 0.004, 44), 'slate', [0, 0.594, 0]);
    const upper = [...outline([0.16, 0, 0.158, 0.03]), ...dome(0.15, 0.05, 0.06)];
    m.add(lathe(upper, 0.012, 44), 'paint', [0, 0.608, 0]);
    bolts(m, 0.172, [0, 0.601, 0], { count: 14, size: 0.008 });
    m.add(cylinder(0.03, 0.03, 0.006, 24), 'slate', [0, 0.712, 0]);
    m.add(cylinder(0.012, 0.03, 0.003, 14), 'polymer', [0.07, 0.69, 0]);
  });

/** A dial facing +z. */
function gauge(m: Drawing, [x, y, z]: Vec3): void {
  m.add(cylinder(0.022, 0.016, 0.003, 24), 'polymer', [x, y, z], FORWARD);
  m.add(cylinder(0.018, 0.003, 0.001, 24), 'paint', [x, y, z + 0.015], FORWARD);
}

const positioner = () =>
  part('Positioner', [0.1, 0.4, 0.05], (m) => {
    m.add(box(0.03, 0.14, 0.05, 0.005), 'steel', [0.1, 0.36, 0.02]);
    m.add(box(0.12, 0.15, 0.1, 0.016), 'slate', [0.17, 0.35, 0.03]);
    m.add(plate(0.09, 0.05, 0.006, { corner: 0.006, bevel: 0.002 }), 'polymer', [0.17, 0.46, 0.078]);
    gauge(m, [0.148, 0.39, 0.078]);
    gauge(m, [0.196, 0.39, 0.078]);
    m.add(
      hose([0.22, 0.44, 0.02, 0.3, 0.48, 0.0, 0.27, 0.66, 0, 0.1, 0.74, 0, 0.07, 0.71, 0], 0.006, 40, 8),
      'polymer',
    );
  });

/** A pneumatic control valve between flanges, with its diaphragm actuator and positioner. */
export const valve = {
  kind: 'valve',
  labelKey: 'starter.valve.label',
  descriptionKey: 'starter.valve.description',
  category: 'component',
  dimensions: { width: 0.56, height: 0.73, depth: 0.37 },
  anchors: {
    actuator: { part: 'Actuator', position: [0.02, 0.2, 0], normal: [0, 1, 0] },
    body: { part: 'Body', position: [0, -0.05, 0.105], normal: [0, -0.4, 0.92] },
    positioner: { part: 'Positioner', position: [0.07, 0.1, 0.03], normal: [0, 1, 0] },
  },
  build: () => assembly('Control valve', [body(), bonnet(), stem(), actuator(), positioner()]),
} satisfies StarterDefinition;
