import type { FreeArea } from '../camera/free-area';
import { at, type Card, emptyLayout, type Layout } from './card';
import { relax } from './relax';
import { settleOverlaps } from './settle-overlaps';

/** How far a kept layout drifts back to what its cards prefer, per call. */
const RETURN = 0.12;
/** A kept layout is given up when a fresh one is this much better. */
const PATIENCE = 1.6;
const PATIENCE_PIXELS = 900;

// Scratch that only grows: the layout runs on every frame of an orbit and must not feed the collector.
let kept = emptyLayout(16);
let fresh = emptyLayout(16);
let order: number[] = [];

function startAt(cards: readonly Card[], layout: Layout, fromKept: boolean): void {
  for (let index = 0; index < cards.length; index++) {
    const card = cards[index];
    if (!card) continue;
    const keep = fromKept && card.placed && !card.fixed;
    const offsetX = keep ? card.offsetX + (card.preferredX - card.offsetX) * RETURN : card.preferredX;
    const offsetY = keep ? card.offsetY + (card.preferredY - card.offsetY) * RETURN : card.preferredY;
    layout.x[index] = card.anchorX + offsetX - card.width / 2;
    layout.y[index] = card.anchorY + offsetY - card.height / 2;
  }
}

/** How far the cards are from where they would like to be; a card left out costs more than any distance. */
function costOf(cards: readonly Card[], layout: Layout): number {
  let cost = 0;
  for (let index = 0; index < cards.length; index++) {
    const card = cards[index];
    if (!card || card.fixed) continue;
    if (layout.placed[index] !== 1) cost += 1e9;
    const dx = at(layout.x, index) + card.width / 2 - card.anchorX - card.preferredX;
    const dy = at(layout.y, index) + card.height / 2 - card.anchorY - card.preferredY;
    cost += dx * dx + dy * dy;
  }
  return cost;
}

function solve(cards: readonly Card[], layout: Layout, area: FreeArea, fromKept: boolean): void {
  startAt(cards, layout, fromKept);
  relax(cards, layout, area);
  settleOverlaps(cards, layout, area, order);
  layout.cost = costOf(cards, layout);
}

function makeRoom(count: number): void {
  if (kept.x.length >= count) return;
  kept = emptyLayout(count * 2);
  fresh = emptyLayout(count * 2);
}

function sortByImportance(cards: readonly Card[]): void {
  if (order.length !== cards.length) order = cards.map((_, index) => index);
  order.sort(
    (a, b) =>
      Number(cards[b]?.fixed) - Number(cards[a]?.fixed) ||
      Number(cards[b]?.critical) - Number(cards[a]?.critical) ||
      a - b,
  );
}

/** The kept layout while it is good enough; a fresh one at first and once it is clearly better. */
function bestLayout(cards: readonly Card[], area: FreeArea): Layout {
  if (cards.some((card) => card.placed && !card.fixed)) {
    solve(cards, kept, area, true);
    const tolerated = PATIENCE_PIXELS * cards.length;
    if (kept.cost <= tolerated) return kept;
    solve(cards, fresh, area, false);
    return kept.cost <= fresh.cost * PATIENCE + tolerated ? kept : fresh;
  }
  solve(cards, fresh, area, false);
  return fresh;
}

/**
 * Finds where cards rest: near where they prefer to be, none over another, all inside the free area. A card for which
 * there is no room gets `placed = false`. Starts from where they rested before, so an orbiting camera does not make
 * them jump; only when that has become clearly worse than a new layout is the new one taken.
 */
export function placeCards(cards: readonly Card[], area: FreeArea): void {
  makeRoom(cards.length);
  sortByImportance(cards);
  const best = bestLayout(cards, area);
  for (let index = 0; index < cards.length; index++) {
    const card = cards[index];
    if (!card) continue;
    card.placed = best.placed[index] === 1;
    card.offsetX = at(best.x, index) + card.width / 2 - card.anchorX;
    card.offsetY = at(best.y, index) + card.height / 2 - card.anchorY;
  }
}
