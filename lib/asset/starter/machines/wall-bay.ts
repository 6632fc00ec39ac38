import { wallFrame, wallGlass, wallPanels } from '../detail/wall-bay';
import { assembly } from '../kit/part';
import type { StarterDefinition } from '../starter-definition';

/** One bay of clean-room wall, for lengths that a run of four does not meet. */
export const wallBay = {
  kind: 'wall-bay',
  labelKey: 'starter.wallBay.label',
  descriptionKey: 'starter.wallBay.description',
  category: 'room',
  dimensions: { width: 1.5, height: 2.35, depth: 0.14 },
  anchors: {
    rail: { part: 'Frame', position: [0, 2.35, 0], normal: [0, 1, 0] },
    panel: { part: 'Panels', position: [0, 0.5, 0.03], normal: [0, 0, 1] },
  },
  build: () => assembly('Wall bay', [wallFrame(1), wallPanels([0]), wallGlass([0])]),
} satisfies StarterDefinition;
