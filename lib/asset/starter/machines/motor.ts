import { TorusGeometry } from 'three';
import { bolts } from '../detail/bolts';
import { box } from '../kit/box';
import type { Drawing } from '../kit/drawing';
import { lathe, outline } from '../kit/lathe';
import { assembly, part } from '../kit/part';
import { plate } from '../kit/plate';
import { cylinder, ring } from '../kit/turned';
import type { Vec3 } from '../kit/vec3';
import type { StarterDefinition } from '../starter-definition';

/** Height of the shaft above the feet: an IEC frame size 225. */
const AXIS = 0.225;
const FINS = 44;

/** Draws along the shaft: y leads from the fan to the drive end. */
function alongShaft(m: Drawing, draw: () => void): void {
  m.at([-0.36, AXIS, 0], [0, 0, -Math.PI / 2], draw);
}

const housing = () =>
  part('Housing', [0, AXIS, 0], (m) => {
    alongShaft(m, () => {
      m.add(cylinder(0.182, 0.42, 0.006, 40), 'greyPaint', [0, 0.19, 0]);
      const fin = box(0.007, 0.37, 0.04, 0);
      for (let i = 0; i < FINS; i++) {
        const angle = (i / FINS) * 2 * Math.PI;
        m.add(fin, 'greyPaint', [Math.sin(angle) * 0.195, 0.215, Math.cos(angle) * 0.195], [0, angle, 0]);
      }
      for (const y of [0.185, 0.575]) m.add(ring(0.15, 0.214, 0.035, 0.008, 44), 'greyPaint', [0, y, 0]);
    });
    for (const z of [-0.15, 0.15]) {
      m.add(box(0.42, 0.03, 0.11, 0.01), 'greyPaint', [0.03, 0, z * 1.15]);
      for (const x of [-0.13, 0.19]) {
        m.add(box(0.07, 0.16, 0.06, 0.01), 'greyPaint', [x, 0.01, z]);
        m.add(cylinder(0.014, 0.012, 0.002, 6), 'darkSteel', [x, 0.03, z * 1.35]);
      }
    }
    m.add(new TorusGeometry(0.026, 0.008, 8, 20), 'darkSteel', [0.2, 0.46, 0]);
    m.add(plate(0.13, 0.07, 0.004, { corner: 0.006, bevel: 0.001 }), 'polished', [0.16, AXIS + 0.02, 0.217]);
  });

const driveEnd = () =>
  part('Drive-end shield', [0.25, AXIS, 0], (m) => {
    alongShaft(m, () => {
      const shield = outline([0, 0, 0.205, 0, 0.205, 0.03, 0.13, 0.055, 0.1, 0.1, 0, 0.1]);
      m.add(lathe(shield, 0.01, 44), 'greyPaint', [0, 0.605, 0]);
      m.add(ring(0.034, 0.06, 0.014, 0.003, 28), 'darkSteel', [0, 0.7, 0]);
      bolts(m, 0.178, [0, 0.64, 0], { count: 8, size: 0.01 });
    });
  });

const shaft = () =>
  part(
    'Shaft',
    [0.35, AXIS, 0],
    (m) => {
      alongShaft(m, () => {
        m.add(cylinder(0.03, 0.15, 0.003, 28), 'polished', [0, 0.7, 0]);
        m.add(box(0.016, 0.1, 0.012, 0.002), 'darkSteel', [0, 0.735, 0.029]);
      });
    },
    { turnsAround: 'x' },
  );

const fanCowl = () =>
  part('Fan cowl', [-0.36, AXIS, 0], (m) => {
    alongShaft(m, () => {
      const cowl = outline([0, 0, 0.16, 0, 0.218, 0.045, 0.218, 0.2, 0.2, 0.2]);
      m.add(lathe(cowl, 0.014, 44), 'slate', [0, 0, 0]);
      for (const radius of [0.04, 0.065, 0.09, 0.115, 0.14]) {
        m.add(ring(radius, radius + 0.012, 0.005, 0.001, 36), 'polymer', [0, -0.002, 0]);
      }
    });
  });

const terminalBox = () =>
  part('Terminal box', [0.04, 0.41, 0], (m) => {
    m.add(box(0.2, 0.1, 0.2, 0.014), 'greyPaint', [0.02, 0.39, 0]);
    m.add(box(0.215, 0.03, 0.215, 0.008), 'slate', [0.02, 0.49, 0]);
    const gland: Vec3 = [Math.PI / 2, 0, 0];
    for (const x of [-0.03, 0.06]) {
      m.add(cylinder(0.024, 0.03, 0.004, 6), 'polymer', [x, 0.44, 0.098], gland);
      m.add(cylinder(0.016, 0.05, 0.004, 16), 'polymer', [x, 0.44, 0.098], gland);
    }
  });

/** A finned three-phase motor on feet, its shaft to the right. */
export const motor = {
  kind: 'motor',
  labelKey: 'starter.motor.label',
  descriptionKey: 'starter.motor.description',
  category: 'component',
  dimensions: { width: 0.85, height: 0.52, depth: 0.46 },
  anchors: {
    housing: { part: 'Housing', position: [0.1, 0.1, 0.19], normal: [0, 0.35, 0.94] },
    bearing: { part: 'Drive-end shield', position: [0.05, 0.12, 0], normal: [0.3, 0.95, 0] },
    terminals: { part: 'Terminal box', position: [-0.02, 0.11, 0], normal: [0, 1, 0] },
  },
  build: () => assembly('Motor', [housing(), driveEnd(), shaft(), fanCowl(), terminalBox()]),
} satisfies StarterDefinition;
