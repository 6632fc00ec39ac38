import type { ReactNode } from 'react';
import type { WorldPosition } from '../types';
import type { CardStep } from './choose-steps';

/** How a card's leader and its dot look. The card's own look is the widget's business. */
export type OverlayTone = 'normal' | 'act' | 'look' | 'know' | 'stale';

export interface OverlayItem {
  id: string;
  /** Where it hangs: fixed, or asked for on each frame (return the same vector, filled anew). */
  anchor: WorldPosition;
  node: ReactNode;
  /** Names the dot that stands for the card when there is no room: "Main force, 31.4 kN". */
  label: string;
  /** Critical cards yield least and stay full longest. */
  priority: 'critical' | 'normal';
  tone?: OverlayTone;
  /** Pixels from the anchor to where the card's centre would like to be. Default: away from the middle. */
  preferred?: readonly [number, number];
  /** The largest and the smallest step this card may take. */
  mostStep?: CardStep;
  leastStep?: CardStep;
}
