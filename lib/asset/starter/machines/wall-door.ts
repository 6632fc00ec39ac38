import { wallDoor, wallFrame } from '../detail/wall-bay';
import { assembly } from '../kit/part';
import type { StarterDefinition } from '../starter-definition';

/** One bay of clean-room wall with a door. */
export const wallDoorBay = {
  kind: 'wall-door',
  labelKey: 'starter.wallDoor.label',
  descriptionKey: 'starter.wallDoor.description',
  category: 'room',
  dimensions: { width: 1.5, height: 2.35, depth: 0.16 },
  anchors: {
    rail: { part: 'Frame', position: [0, 2.35, 0], normal: [0, 1, 0] },
    door: { part: 'Door', position: [0.65, 0.45, 0.03], normal: [0, 0, 1] },
  },
  build: () => assembly('Wall door', [wallFrame(1), wallDoor()]),
} satisfies StarterDefinition;
