import { coat, head, legs } from '../detail/mannequin';
import { assembly, part } from '../kit/part';
import { plate } from '../kit/plate';
import type { StarterDefinition } from '../starter-definition';

const tablet = () =>
  part('Tablet', [0, 1.1, 0.36], (m) => {
    m.add(plate(0.26, 0.19, 0.014, { corner: 0.015, bevel: 0.004 }), 'polymer', [0, 1.1, 0.36], [-0.9, 0, 0]);
  });

/** A person of 1.78 m in a clean-room coat, reading from a tablet. */
export const personTablet = {
  kind: 'person-tablet',
  labelKey: 'starter.personTablet.label',
  descriptionKey: 'starter.personTablet.description',
  category: 'room',
  dimensions: { width: 0.64, height: 1.78, depth: 0.58 },
  anchors: { head: { part: 'Head', position: [0, 0.275, 0], normal: [0, 1, 0] } },
  build: () =>
    assembly('Person with tablet', [
      legs(),
      coat({ left: [0.13, 1.08, 0.34], right: [-0.13, 1.08, 0.34] }),
      head(),
      tablet(),
    ]),
} satisfies StarterDefinition;
