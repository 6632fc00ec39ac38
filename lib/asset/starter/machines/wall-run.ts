import { BAY, wallFrame, wallGlass, wallPanels } from '../detail/wall-bay';
import { assembly } from '../kit/part';
import type { StarterDefinition } from '../starter-definition';

const BAYS = 4;
const centres = Array.from({ length: BAYS }, (_, i) => (i + 0.5 - BAYS / 2) * BAY);

/** Four bays of low clean-room wall, six metres: panel below, glass above. */
export const wallRun = {
  kind: 'wall-run',
  labelKey: 'starter.wallRun.label',
  descriptionKey: 'starter.wallRun.description',
  category: 'room',
  dimensions: { width: 6, height: 2.35, depth: 0.14 },
  anchors: {
    rail: { part: 'Frame', position: [0, 2.35, 0], normal: [0, 1, 0] },
    panel: { part: 'Panels', position: [0.75, 0.5, 0.03], normal: [0, 0, 1] },
  },
  build: () => assembly('Wall', [wallFrame(BAYS), wallPanels(centres), wallGlass(centres)]),
} satisfies StarterDefinition;
