import { describe, expect, it } from 'vitest';
import { type CardStep, chooseSteps, type SteppedCard } from './choose-steps';

const DESKTOP = { left: 220, top: 64, right: 1114, bottom: 800 };
const PHONE = { left: 4, top: 60, right: 386, bottom: 500 };

function card(change: Partial<SteppedCard> = {}): SteppedCard {
  return {
    critical: false,
    pinned: false,
    closeness: 1,
    most: 'full',
    least: 'dot',
    full: { width: 164, height: 82 },
    compact: { width: 100, height: 44 },
    step: 'full',
    ...change,
  };
}

const many = (count: number, change: Partial<SteppedCard> = {}) =>
  Array.from({ length: count }, () => card(change));
const steps = (cards: SteppedCard[]): CardStep[] => cards.map((one) => one.step);

describe('choosing steps', () => {
  it('shows a handful of cards in full on a desktop', () => {
    const cards = many(8);
    chooseSteps(cards, DESKTOP);
    expect(new Set(steps(cards))).toEqual(new Set(['full']));
  });

  it('gives all normal cards one smaller step when it gets crowded, and keeps the critical one full', () => {
    const cards = [card({ critical: true }), ...many(14)];
    chooseSteps(cards, DESKTOP);
    expect(cards[0]?.step).toBe('full');
    expect(new Set(steps(cards.slice(1)))).toEqual(new Set(['compact']));
  });

  it('on a phone keeps the first ones readable and makes dots of the rest', () => {
    const cards = [card({ critical: true }), ...many(12)];
    chooseSteps(cards, PHONE);
    expect(cards[0]?.step).toBe('full');
    expect(cards[1]?.step).toBe('compact');
    expect(cards.at(-1)?.step).toBe('dot');
  });

  it('keeps one critical card full on a phone and the others compact', () => {
    const cards = many(3, { critical: true });
    chooseSteps(cards, PHONE);
    expect(steps(cards)).toEqual(['full', 'compact', 'compact']);
  });

  it('shrinks with distance', () => {
    const far = many(3, { closeness: 0.3 });
    chooseSteps(far, DESKTOP);
    expect(steps(far)).toEqual(['compact', 'compact', 'compact']);
    const veryFar = [card({ closeness: 0.1, critical: true }), card({ closeness: 0.1 })];
    chooseSteps(veryFar, DESKTOP);
    expect(steps(veryFar)).toEqual(['compact', 'dot']);
  });

  it('opens a pinned card whatever the room', () => {
    const cards = [card({ pinned: true, step: 'dot', closeness: 0.05 }), ...many(30)];
    chooseSteps(cards, PHONE);
    expect(cards[0]?.step).toBe('full');
  });

  it('respects the largest and smallest step asked for', () => {
    const cards = [card({ most: 'compact' }), card({ least: 'compact', closeness: 0.05 })];
    chooseSteps(cards, DESKTOP);
    expect(steps(cards)).toEqual(['compact', 'compact']);
  });

  it('does not flicker when the distance trembles at the border', () => {
    const cards = [card({ closeness: 0.43 })];
    let changes = 0;
    let before: CardStep | undefined;
    for (let frame = 0; frame < 40; frame++) {
      for (const one of cards) one.closeness = 0.42 + (frame % 2 ? 0.01 : -0.01);
      chooseSteps(cards, DESKTOP);
      if (before !== undefined && before !== cards[0]?.step) changes++;
      before = cards[0]?.step;
    }
    expect(changes).toBeLessThanOrEqual(1);
  });
});
