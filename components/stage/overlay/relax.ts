import type { FreeArea } from '../camera/free-area';
import { at, type Card, type Layout } from './card';

/** Pixels between cards that the relaxation aims at. */
const GAP_X = 14;
const GAP_Y = 12;
/** What a card keeps clear around the anchors of others. */
const ANCHOR_CLEARANCE = 12;
const PASSES = 80;
/** Pixels of the wished gaps that are not worth another pass. */
const CLOSE_ENOUGH = 0.75;

const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(value, high));

function keepInside(cards: readonly Card[], layout: Layout, area: FreeArea): void {
  for (let index = 0; index < cards.length; index++) {
    const card = cards[index];
    if (!card || card.fixed) continue;
    layout.x[index] = clamp(at(layout.x, index), area.left, area.right - card.width);
    layout.y[index] = clamp(at(layout.y, index), area.top, area.bottom - card.height);
  }
}

/** The part of a push that falls to `a`. */
function shareOf(a: Card, b: Card): number {
  if (a.fixed !== b.fixed) return a.fixed ? 0 : 1;
  if (a.critical === b.critical) return 0.5;
  return a.critical ? 0.1 : 0.9;
}

/** Pushes two cards apart along the axis that costs less; a critical card moves a tenth, the other the rest. */
function separate(cards: readonly Card[], layout: Layout, first: number, second: number): boolean {
  const a = cards[first];
  const b = cards[second];
  if (!a || !b || (a.fixed && b.fixed)) return false;
  const dx = at(layout.x, first) + a.width / 2 - at(layout.x, second) - b.width / 2;
  const dy = at(layout.y, first) + a.height / 2 - at(layout.y, second) - b.height / 2;
  const overlapX = (a.width + b.width) / 2 + GAP_X - Math.abs(dx);
  const overlapY = (a.height + b.height) / 2 + GAP_Y - Math.abs(dy);
  if (overlapX <= CLOSE_ENOUGH || overlapY <= CLOSE_ENOUGH) return false;
  const share = shareOf(a, b);
  // Side by side rather than stacked: the leader of an upper card would run under the lower one.
  if (overlapX < overlapY * 2) {
    const push = (dx < 0 ? -1 : 1) * overlapX;
    layout.x[first] = at(layout.x, first) + push * share;
    layout.x[second] = at(layout.x, second) - push * (1 - share);
  } else {
    const push = (dy < 0 ? -1 : 1) * overlapY;
    layout.y[first] = at(layout.y, first) + push * share;
    layout.y[second] = at(layout.y, second) - push * (1 - share);
  }
  return true;
}

/** A card had better not lie on the point that another one tells about. */
function clearAnchor(cards: readonly Card[], layout: Layout, index: number, other: number): boolean {
  const card = cards[index];
  const anchor = cards[other];
  if (!card || !anchor || card.fixed || anchor.fixed) return false;
  const dx = at(layout.x, index) + card.width / 2 - anchor.anchorX;
  const dy = at(layout.y, index) + card.height / 2 - anchor.anchorY;
  const overlapX = card.width / 2 + ANCHOR_CLEARANCE - Math.abs(dx);
  const overlapY = card.height / 2 + ANCHOR_CLEARANCE - Math.abs(dy);
  if (overlapX <= CLOSE_ENOUGH || overlapY <= CLOSE_ENOUGH) return false;
  if (overlapX < overlapY) layout.x[index] = at(layout.x, index) + (dx < 0 ? -1 : 1) * overlapX * 0.5;
  else layout.y[index] = at(layout.y, index) + (dy < 0 ? -1 : 1) * overlapY * 0.5;
  return true;
}

/** Pushes cards apart, off the anchors of others and into the area, until nothing moves or patience ends. */
export function relax(cards: readonly Card[], layout: Layout, area: FreeArea): void {
  keepInside(cards, layout, area);
  for (let pass = 0; pass < PASSES; pass++) {
    let moved = false;
    for (let first = 0; first < cards.length; first++) {
      for (let second = first + 1; second < cards.length; second++) {
        // Anchors are only a wish: the last passes belong to the cards.
        if (pass < PASSES / 2) {
          moved = clearAnchor(cards, layout, first, second) || moved;
          moved = clearAnchor(cards, layout, second, first) || moved;
        }
        moved = separate(cards, layout, first, second) || moved;
      }
    }
    keepInside(cards, layout, area);
    if (!moved) return;
  }
}
