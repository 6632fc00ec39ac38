import { DUCT, ductRun, ductSupports } from '../detail/duct-run';
import { assembly } from '../kit/part';
import type { StarterDefinition } from '../starter-definition';

/** A supply duct on two posts, six metres; runs join end to end. */
export const duct = {
  kind: 'duct',
  labelKey: 'starter.duct.label',
  descriptionKey: 'starter.duct.description',
  category: 'utility',
  dimensions: { width: 6, height: 3.78, depth: 0.96 },
  anchors: {
    duct: { part: 'Duct run', position: [1.9, DUCT.height / 2, DUCT.width / 2], normal: [0, 0, 1] },
    top: { part: 'Duct run', position: [0.7, DUCT.height, 0], normal: [0, 1, 0] },
  },
  build: () => assembly('Duct', [ductRun(), ductSupports()]),
} satisfies StarterDefinition;
