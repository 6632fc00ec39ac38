import type { FreeArea } from '../camera/free-area';
import { at, type Card, type Layout, LEAST_GAP } from './card';

/** Whether card `index` at x, y is inside and clear of all cards that were placed before it. */
function fits(
  cards: readonly Card[],
  layout: Layout,
  area: FreeArea,
  index: number,
  x: number,
  y: number,
): boolean {
  const card = cards[index];
  if (!card) return false;
  if (x < area.left - 0.01 || y < area.top - 0.01) return false;
  if (x + card.width > area.right + 0.01 || y + card.height > area.bottom + 0.01) return false;
  for (let other = 0; other < cards.length; other++) {
    const fixed = cards[other];
    if (other === index || !fixed || layout.placed[other] !== 1) continue;
    const apart =
      x >= at(layout.x, other) + fixed.width + LEAST_GAP - 0.01 ||
      x + card.width + LEAST_GAP - 0.01 <= at(layout.x, other) ||
      y >= at(layout.y, other) + fixed.height + LEAST_GAP - 0.01 ||
      y + card.height + LEAST_GAP - 0.01 <= at(layout.y, other);
    if (!apart) return false;
  }
  return true;
}

/** The k-th place along one axis where a card may lie: where it is, at a border, or touching a placed card. */
function candidate(
  cards: readonly Card[],
  layout: Layout,
  area: FreeArea,
  index: number,
  k: number,
  axis: 'x' | 'y',
): number {
  const card = cards[index];
  if (!card) return Number.NaN;
  const size = axis === 'x' ? card.width : card.height;
  if (k === 0) return at(layout[axis], index);
  if (k === 1) return axis === 'x' ? area.left : area.top;
  if (k === 2) return (axis === 'x' ? area.right : area.bottom) - size;
  const other = (k - 3) >> 1;
  const fixed = cards[other];
  if (!fixed || other === index || layout.placed[other] !== 1) return Number.NaN;
  const fixedSize = axis === 'x' ? fixed.width : fixed.height;
  const from = at(layout[axis], other);
  return (k - 3) & 1 ? from - size - LEAST_GAP : from + fixedSize + LEAST_GAP;
}

/**
 * Makes sure: in order of importance, each card that is not clear of those before it moves to the nearest free place.
 * If there is one at all for this order, it is among the candidates. A card without a place is left out.
 */
export function settleOverlaps(
  cards: readonly Card[],
  layout: Layout,
  area: FreeArea,
  order: readonly number[],
): void {
  layout.placed.fill(0);
  for (const index of order) {
    if (cards[index]?.fixed) {
      layout.placed[index] = 1;
      continue;
    }
    let x = at(layout.x, index);
    let y = at(layout.y, index);
    let found = fits(cards, layout, area, index, x, y);
    if (!found) {
      let nearest = Number.POSITIVE_INFINITY;
      const count = 3 + cards.length * 2;
      for (let i = 0; i < count; i++) {
        const tryX = candidate(cards, layout, area, index, i, 'x');
        if (Number.isNaN(tryX)) continue;
        for (let j = 0; j < count; j++) {
          const tryY = candidate(cards, layout, area, index, j, 'y');
          if (Number.isNaN(tryY)) continue;
          const distance = (tryX - at(layout.x, index)) ** 2 + (tryY - at(layout.y, index)) ** 2;
          if (distance >= nearest || !fits(cards, layout, area, index, tryX, tryY)) continue;
          nearest = distance;
          x = tryX;
          y = tryY;
          found = true;
        }
      }
    }
    layout.x[index] = x;
    layout.y[index] = y;
    layout.placed[index] = found ? 1 : 0;
  }
}
