import { Vector3 } from 'three';
import type { WorldPosition } from '../types';
import type { Card } from './card';
import type { SteppedCard } from './choose-steps';
import type { Side } from './prefer-offset';

/** What the layout writes to: attributes and styles only, never React state. */
export interface CardElements {
  card: HTMLElement | null;
  leader: SVGGElement | null;
}

/** One widget as the overlay follows it: wish, measured sizes, where it rests, where it is drawn. */
export interface OverlayCard extends Card, SteppedCard {
  id: string;
  anchor: WorldPosition;
  preferred: readonly [number, number] | undefined;
  elements: CardElements;
  /** Asked to be critical; a pinned card counts as critical too. */
  urgent: boolean;
  side: Side | 0;
  /** What its place was last computed from. */
  seen: {
    x: number;
    y: number;
    preferredX: number;
    preferredY: number;
    width: number;
    height: number;
    step: string;
  };
  distance: number;
  /** Its anchor is in sight and in the free area. */
  visible: boolean;
  /** The offset that is drawn now; it eases towards the one it rests at. */
  drawnX: number;
  drawnY: number;
  /** Drawn before: else it appears where it rests instead of flying in. */
  drawn: boolean;
}

export function blankCard(id: string): OverlayCard {
  return {
    id,
    anchor: new Vector3(),
    preferred: undefined,
    elements: { card: null, leader: null },
    urgent: false,
    side: 0,
    seen: { x: 0, y: 0, preferredX: 0, preferredY: 0, width: 0, height: 0, step: '' },
    distance: 0,
    visible: false,
    drawnX: 0,
    drawnY: 0,
    drawn: false,
    anchorX: 0,
    anchorY: 0,
    width: 0,
    height: 0,
    preferredX: 0,
    preferredY: 0,
    critical: false,
    fixed: false,
    offsetX: 0,
    offsetY: 0,
    placed: false,
    pinned: false,
    closeness: 1,
    most: 'full',
    least: 'dot',
    full: null,
    compact: null,
    step: 'full',
  };
}
