import type { FreeArea } from '../camera/free-area';

/** Which way a card leans: up and away from the floor, or down. */
export type Side = -1 | 1;

/** How far an anchor must cross the middle before its card changes sides: an orbit must not make it flip to and fro. */
const HOLD = 0.1;

/** Cards of what stands at the back go up, of what stands in front down, so that machines stay in sight between them. */
export function chooseSide(anchorY: number, area: FreeArea, before: Side | 0): Side {
  const height = area.bottom - area.top;
  const middle = area.top + height * 0.54 + before * -HOLD * height;
  return anchorY > middle ? 1 : -1;
}

/** Where a card without a wish of its own goes: away from the middle, clear of the machine it tells about. */
export function preferX(anchorX: number, area: FreeArea): number {
  return (anchorX - (area.left + area.right) / 2) * 0.16;
}

export function preferY(side: Side, cardHeight: number, area: FreeArea): number {
  return side * (cardHeight / 2 + 34 + (area.bottom - area.top) * 0.19);
}
