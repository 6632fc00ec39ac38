import type { Card } from './card';
import { blankCard } from './overlay-card';

/** Pixels around an obstacle that stay clear too. */
const MARGIN = 4;

/**
 * What lies over the stage, as cards that never move. Measured again only when the stage or the set has changed:
 * reading the page's layout on each frame would make the browser compute it on each frame.
 */
export class Obstacles {
  private cards: Card[] = [];
  private key = '';

  measure(
    elements: ReadonlySet<HTMLElement>,
    origin: Element,
    width: number,
    height: number,
  ): readonly Card[] {
    const key = `${width} ${height} ${elements.size}`;
    if (key === this.key) return this.cards;
    this.key = key;
    const { left, top } = origin.getBoundingClientRect();
    this.cards = [...elements].map((element) => {
      const rect = element.getBoundingClientRect();
      return {
        ...blankCard(''),
        fixed: true,
        width: rect.width + 2 * MARGIN,
        height: rect.height + 2 * MARGIN,
        anchorX: rect.left + rect.width / 2 - left,
        anchorY: rect.top + rect.height / 2 - top,
      };
    });
    return this.cards;
  }
}
