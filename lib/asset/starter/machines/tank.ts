import { bolts } from '../detail/bolts';
import { handWheel } from '../detail/hand-wheel';
import { ladder } from '../detail/ladder';
import { box } from '../kit/box';
import { lathe, outline } from '../kit/lathe';
import { assembly, part } from '../kit/part';
import { plate } from '../kit/plate';
import { hose, tube } from '../kit/tube';
import { cylinder, ring, rod } from '../kit/turned';
import type { Vec3 } from '../kit/vec3';
import type { StarterDefinition } from '../starter-definition';

const RADIUS = 1.05;
const FLOOR = 0.12;
const EAVES = 3.2;
const FORWARD: Vec3 = [Math.PI / 2, 0, 0];

const shell = () =>
  part('Shell', [0, FLOOR, 0], (m) => {
    m.add(ring(RADIUS - 0.1, RADIUS + 0.02, FLOOR, 0.01, 64), 'slate');
    const wall = outline([
      0,
      0,
      RADIUS,
      0,
      RADIUS,
      EAVES - FLOOR,
      RADIUS - 0.05,
      EAVES - FLOOR,
      0,
      EAVES - FLOOR,
    ]);
    m.add(lathe(wall, 0.02, 72), 'paint', [0, FLOOR, 0]);
    for (const y of [0.14, 1.12, 2.12, 3.1])
      m.add(ring(RADIUS - 0.02, RADIUS + 0.022, 0.05, 0.003, 72), 'greyPaint', [0, y, 0]);
    m.add(
      plate(0.44, 0.28, 0.012, { corner: 0.02, bevel: 0.003 }),
      'paint',
      [-0.42, 1.72, 0.965],
      [0, -0.41, 0],
    );
    m.add(
      plate(0.3, 0.05, 0.014, { corner: 0.008, bevel: 0.003 }),
      'slate',
      [-0.44, 1.78, 0.957],
      [0, -0.41, 0],
    );
  });

const roof = () =>
  part('Roof', [0, EAVES, 0], (m) => {
    m.add(
      lathe(outline([RADIUS + 0.03, 0, RADIUS + 0.03, 0.03, 0.2, 0.24, 0, 0.24]), 0.012, 64),
      'greyPaint',
      [0, EAVES, 0],
    );
    m.add(cylinder(0.16, 0.12, 0.008), 'greyPaint', [0, EAVES + 0.22, 0]);
    m.add(cylinder(0.2, 0.025, 0.006), 'slate', [0, EAVES + 0.34, 0]);
    m.at([0, EAVES + 0.365, 0], [0, 0, 0], () => bolts(m, 0.175, [0, 0, 0], { count: 10 }));
    m.add(
      tube(
        [0.5, EAVES + 0.1, -0.3, 0.5, EAVES + 0.5, -0.3, 0.68, EAVES + 0.5, -0.3, 0.68, EAVES + 0.36, -0.3],
        0.045,
        0.09,
        16,
      ),
      'steel',
    );
  });

const handrail = () =>
  part('Handrail', [0, EAVES, 0], (m) => {
    const posts = 10;
    for (let i = 0; i < posts; i++) {
      const [x, z] = onRail(i / (posts - 1));
      m.add(rod(0.018, 0.95, 8), 'greyPaint', [x, EAVES + 0.03, z]);
    }
    for (const height of [0.52, 0.97]) {
      const rail = Array.from({ length: 25 }, (_, i) => {
        const [x, z] = onRail(i / 24);
        return [x, EAVES + height, z];
      });
      m.add(hose(rail.flat(), 0.019, 56, 8), 'greyPaint');
    }
  });

/** A place on the way around the roof, which leaves a gap where the ladder arrives. */
function onRail(along: number): readonly [x: number, z: number] {
  const angle = 0.32 + along * (2 * Math.PI - 0.64);
  return [Math.cos(angle) * (RADIUS - 0.03), Math.sin(angle) * (RADIUS - 0.03)];
}

const manway = () =>
  part('Manway', [0.62, 0.75, 0.85], (m) => {
    m.at([0.6, 0.75, 0.84], [0, 0.62, 0], () => {
      m.add(cylinder(0.27, 0.16, 0.006, 40), 'paint', [0, 0, -0.05], FORWARD);
      m.add(ring(0.2, 0.33, 0.03, 0.006, 44), 'greyPaint', [0, 0, 0.09], FORWARD);
      m.add(cylinder(0.33, 0.026, 0.006, 44), 'greyPaint', [0, 0, 0.124], FORWARD);
      m.at([0, 0, 0.15], FORWARD, () => bolts(m, 0.295, [0, 0, 0], { count: 16 }));
      m.add(
        tube([-0.1, 0.02, 0.15, -0.1, 0.02, 0.2, 0.1, 0.02, 0.2, 0.1, 0.02, 0.15], 0.012, 0.03, 8),
        'slate',
      );
      m.add(cylinder(0.03, 0.16, 0.004, 16), 'slate', [-0.35, -0.08, 0.11]);
    });
  });

const levelGauge = () =>
  part('Level gauge', [-0.84, 0.4, 0.74], (m) => {
    m.at([-0.798, 0, 0.701], [0, -0.85, 0], () => {
      m.add(cylinder(0.026, 2.5, 0.004, 16), 'glass', [0, 0.45, 0.12]);
      m.add(cylinder(0.017, 1.62, 0.004, 14), 'slate', [0, 0.46, 0.12]);
      for (const y of [0.42, 2.93]) {
        m.add(cylinder(0.04, 0.07, 0.006, 18), 'polished', [0, y, 0.12]);
        m.add(cylinder(0.02, 0.14, 0.003, 14), 'steel', [0, y + 0.035, 0], FORWARD);
      }
      m.add(box(0.07, 2.4, 0.012, 0.003), 'paint', [0.08, 0.5, 0.11]);
      for (let i = 0; i <= 24; i++)
        m.add(box(i % 4 ? 0.025 : 0.05, 0.006, 0.014, 0), 'polymer', [0.08, 0.52 + i * 0.097, 0.112]);
    });
  });

const outlet = () =>
  part('Outlet valve', [-0.2, 0.36, 1.05], (m) => {
    m.at([-0.2, 0.36, 1.0], [0, 0, 0], () => {
      m.add(cylinder(0.055, 0.42, 0.004, 24), 'steel', [0, 0, 0], FORWARD);
      for (const z of [0.08, 0.14, 0.36])
        m.add(ring(0.05, 0.1, 0.02, 0.004, 28), 'slate', [0, 0, z], FORWARD);
      m.add(
        lathe(outline([0, 0, 0.075, 0, 0.09, 0.09, 0.075, 0.18, 0, 0.18]), 0.02, 28),
        'slate',
        [0, 0, 0.16],
        FORWARD,
      );
      m.add(cylinder(0.035, 0.12, 0.004, 20), 'slate', [0, 0.06, 0.25]);
      m.add(cylinder(0.012, 0.1, 0.002, 12), 'polished', [0, 0.17, 0.25]);
      handWheel(m, [0, 0.26, 0.25], 0.1);
    });
  });

const climb = () =>
  part('Ladder', [RADIUS, 0, 0], (m) => {
    m.at([0, 0, 0], [0, Math.PI / 2, 0], () => {
      ladder(m, { foot: [0, 0, RADIUS + 0.14], height: EAVES + 0.9, cageFrom: 2.1 });
    });
  });

/** A flat-bottomed storage tank of ten cubic metres, with ladder, handrail, manway, level gauge and outlet valve. */
export const tank = {
  kind: 'tank',
  labelKey: 'starter.tank.label',
  descriptionKey: 'starter.tank.description',
  category: 'component',
  dimensions: { width: 2.9, height: 4.19, depth: 2.5 },
  anchors: {
    shell: { part: 'Shell', position: [0, 1.6, RADIUS], normal: [0, 0, 1] },
    level: { part: 'Level gauge', position: [-0.06, 0.8, 0.04], normal: [-0.87, 0, 0.5] },
    outlet: { part: 'Outlet valve', position: [0, 0, 0.38], normal: [0, 0, 1] },
    roof: { part: 'Roof', position: [0, 0.37, 0], normal: [0, 1, 0] },
  },
  build: () => assembly('Tank', [shell(), roof(), handrail(), climb(), manway(), levelGauge(), outlet()]),
} satisfies StarterDefinition;
