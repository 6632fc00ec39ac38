import { coat, head, legs } from '../detail/mannequin';
import { assembly } from '../kit/part';
import type { StarterDefinition } from '../starter-definition';

/** A person of 1.78 m in a clean-room coat, pointing something out: gives a scene its scale. */
export const person = {
  kind: 'person',
  labelKey: 'starter.person.label',
  descriptionKey: 'starter.person.description',
  category: 'room',
  dimensions: { width: 0.69, height: 1.78, depth: 0.46 },
  anchors: { head: { part: 'Head', position: [0, 0.275, 0], normal: [0, 1, 0] } },
  build: () =>
    assembly('Person', [legs(), coat({ left: [0.34, 1.02, 0.28], right: [-0.27, 0.84, 0.06] }), head()]),
} satisfies StarterDefinition;
