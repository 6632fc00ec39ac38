import { DUCT, ductRun, ductSupports } from '../detail/duct-run';
import { pipe } from '../detail/pipe';
import { assembly, part } from '../kit/part';
import { ring } from '../kit/turned';
import type { Vec3 } from '../kit/vec3';
import type { StarterDefinition } from '../starter-definition';

const RADIUS = 0.17;
const MIDDLE = DUCT.bottom + DUCT.height / 2;
const FORWARD: Vec3 = [Math.PI / 2, 0, 0];

/** Out of the duct's side, forward, and down to the roof of a machine. */
const branch = () =>
  part('Branch', [0, MIDDLE, DUCT.width / 2], (m) => {
    const side = DUCT.width / 2;
    m.add(ring(RADIUS, RADIUS + 0.06, 0.03), 'darkSteel', [0, MIDDLE, side], FORWARD);
    const way = [0, MIDDLE, side - 0.02, 0, MIDDLE, 1.05, 0, 2.72, 1.05];
    pipe(m, way, RADIUS, { material: 'foil', bend: RADIUS * 1.7, sides: 24 });
    m.add(ring(RADIUS, RADIUS + 0.05, 0.03), 'darkSteel', [0, 2.7, 1.05]);
  });

/** A supply duct with a round branch that comes forward and down in its middle. */
export const ductBranch = {
  kind: 'duct-branch',
  labelKey: 'starter.ductBranch.label',
  descriptionKey: 'starter.ductBranch.description',
  category: 'utility',
  dimensions: { width: 6, height: 3.78, depth: 1.83 },
  anchors: {
    duct: { part: 'Duct run', position: [1.9, DUCT.height / 2, DUCT.width / 2], normal: [0, 0, 1] },
    branch: { part: 'Branch', position: [0, -0.5, 0.94], normal: [0, 0, 1] },
  },
  build: () => assembly('Duct with branch', [ductRun(), branch(), ductSupports()]),
} satisfies StarterDefinition;
