import type { FreeArea } from '../camera/free-area';

/** full: everything; compact: title and value; dot: a mark on the anchor. */
export type CardStep = 'full' | 'compact' | 'dot';

export interface Size {
  width: number;
  height: number;
}

/** What decides how large a card may be. `step` is read (to change seldom) and written. */
export interface SteppedCard {
  critical: boolean;
  /** Opened by hand: full, whatever the room. */
  pinned: boolean;
  /** The content's size on the screen at this anchor's distance, as a part of the free area. 1 fills it. */
  closeness: number;
  most: CardStep;
  least: CardStep;
  /** Measured sizes; a step that was never shown is estimated. */
  full: Size | null;
  compact: Size | null;
  step: CardStep;
}

const RANK: Record<CardStep, number> = { dot: 0, compact: 1, full: 2 };
const BY_RANK: readonly CardStep[] = ['dot', 'compact', 'full'];

/** Parts of the free area that cards (with their gaps) may cover. */
const BUDGET: Record<'full' | 'compact', number> = { full: 0.34, compact: 0.26 };
/** What critical cards may cover in full. On a phone one is enough to act on; the next ones are compact. */
const CRITICAL_BUDGET = { wide: 0.5, narrow: 0.18 };
const NARROW = 480;
/** A card grows only when it would fit with this much to spare, so that it does not flicker at the border. */
const SPARE = 0.85;
/** Closeness below which normal cards shrink, and below which they become dots. */
const FAR = 0.42;
const VERY_FAR = 0.2;
/** Below this height of the free area, full cards would hide the machines. */
const LOW_AREA = 400;
const GAP = 13;
const GUESS: Record<'full' | 'compact', Size> = {
  full: { width: 168, height: 88 },
  compact: { width: 104, height: 46 },
};

function footprint(card: SteppedCard, step: CardStep): number {
  if (step === 'dot') return 0;
  const size = card[step] ?? GUESS[step];
  return (size.width + GAP) * (size.height + GAP);
}

/** The largest step that distance allows. */
function byDistance(card: SteppedCard): CardStep {
  const was = RANK[card.step];
  const far = was === 2 ? FAR : FAR / SPARE;
  const veryFar = was >= 1 ? VERY_FAR : VERY_FAR / SPARE;
  if (card.closeness < veryFar) return card.critical ? 'compact' : 'dot';
  if (card.closeness < far) return card.critical ? 'full' : 'compact';
  return 'full';
}

function within(card: SteppedCard, step: CardStep): CardStep {
  const rank = Math.min(Math.max(RANK[step], RANK[card.least]), RANK[card.most]);
  return BY_RANK[rank] ?? step;
}

/**
 * Chooses each card's step: critical ones stay full while there is room; the others share one step if all of them fit
 * in it (a row of cards in one size is calmer), else the first ones are compact and the rest are dots. `cards` come in
 * order of importance.
 */
export function chooseSteps(cards: readonly SteppedCard[], area: FreeArea): void {
  const room = (area.right - area.left) * (area.bottom - area.top);
  const critical = area.right - area.left < NARROW ? CRITICAL_BUDGET.narrow : CRITICAL_BUDGET.wide;
  let used = 0;
  for (const card of cards) {
    if (!card.pinned && !card.critical) continue;
    const wanted = card.pinned ? 'full' : within(card, byDistance(card));
    const spare = card.step === 'full' ? 1 : SPARE;
    const step =
      card.pinned || used + footprint(card, wanted) <= room * critical * spare ? wanted : 'compact';
    card.step = step;
    used += footprint(card, step);
  }

  const common = commonStep(cards, area, room, used);
  for (const card of cards) {
    if (card.pinned || card.critical) continue;
    const allowed = within(card, byDistance(card));
    const limit = common ?? 'compact';
    let step = RANK[allowed] > RANK[limit] ? limit : allowed;
    if (common === null && step !== 'dot') {
      const spare = RANK[card.step] >= RANK[step] ? 1 : SPARE;
      if (used + footprint(card, step) > room * BUDGET.compact * spare) step = 'dot';
    }
    card.step = within(card, step);
    used += footprint(card, card.step);
  }
}

/** The largest step in which all normal cards fit beside the critical ones; null where not even compact ones do. */
function commonStep(
  cards: readonly SteppedCard[],
  area: FreeArea,
  room: number,
  used: number,
): 'full' | 'compact' | null {
  for (const step of ['full', 'compact'] as const) {
    if (step === 'full' && area.bottom - area.top < LOW_AREA) continue;
    let sum = used;
    let shrinks = false;
    for (const card of cards) {
      if (card.pinned || card.critical) continue;
      const allowed = within(card, byDistance(card));
      sum += footprint(card, RANK[allowed] > RANK[step] ? step : allowed);
      shrinks ||= RANK[card.step] < RANK[step];
    }
    if (sum <= room * BUDGET[step] * (shrinks ? SPARE : 1)) return step;
  }
  return null;
}
