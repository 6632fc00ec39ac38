import type { FreeArea } from '../camera/free-area';

/** Which way a card leans from its anchor: up or down. */
export type Side = -1 | 1;

/** How much shorter the other way must be before a card changes sides: an orbit must not make it flip to and fro. */
const HOLD = 1.3;
/** Pixels between a card and the content it stays clear of. */
const CLEAR = 14;
/** No leader is longer than this part of the free area's height: a card belongs to its machine. */
const REACH = 0.5;
const LEAST_LEADER = 34;

/** What a side choice knows: the anchor and the content's edges above and below it, in pixels. */
export interface Surroundings {
  anchorY: number;
  top: number;
  bottom: number;
  cardHeight: number;
}

/** Pixels from the anchor to the centre of a card that lies just outside the content on that side. */
export function leaderLength(
  { anchorY, top, bottom, cardHeight }: Surroundings,
  side: Side,
  area: FreeArea,
): number {
  const edge = side < 0 ? anchorY - Math.min(top, anchorY) : Math.max(bottom, anchorY) - anchorY;
  const most = (area.bottom - area.top) * REACH;
  return Math.min(Math.max(edge + CLEAR, LEAST_LEADER), most) + cardHeight / 2;
}

/** The side on which less content is covered, and for which there is room; the side it was on if that is nearly as good. */
export function chooseSide(around: Surroundings, area: FreeArea, before: Side | 0): Side {
  const price = (side: Side): number => {
    const length = leaderLength(around, side, area);
    const end = around.anchorY + side * (length + around.cardHeight / 2);
    const outside = side < 0 ? Math.max(0, area.top - end) : Math.max(0, end - area.bottom);
    return (length + outside * 4) * (before === side ? 1 / HOLD : 1);
  };
  return price(-1) <= price(1) ? -1 : 1;
}

/** Sideways, a card without a wish of its own leans away from the middle. */
export function preferX(anchorX: number, area: FreeArea): number {
  return (anchorX - (area.left + area.right) / 2) * 0.16;
}
