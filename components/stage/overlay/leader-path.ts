/** A card's rectangle and the anchor it tells about, in pixels. */
export interface Leader {
  x: number;
  y: number;
  width: number;
  height: number;
  anchorX: number;
  anchorY: number;
}

const STUB = 18;
/** Keeps the line away from the card's round corners. */
const CORNER = 14;

const round = (value: number) => Math.round(value * 10) / 10;

/**
 * The line from a card to its anchor: a short stub straight out of the nearest edge, then straight to the point. Empty
 * where the card lies on the anchor.
 */
export function leaderPath({ x, y, width, height, anchorX, anchorY }: Leader): string {
  const insideX = anchorX > x && anchorX < x + width;
  const insideY = anchorY > y && anchorY < y + height;
  if (insideX && insideY) return '';
  if (insideY) {
    const edge = anchorX > x ? x + width : x;
    return `M${round(edge)} ${round(anchorY)}L${round(anchorX)} ${round(anchorY)}`;
  }
  const below = y > anchorY;
  const edge = below ? y : y + height;
  const inset = Math.min(CORNER, width / 2);
  const from = Math.min(Math.max(anchorX, x + inset), x + width - inset);
  const stub = edge + (below ? -1 : 1) * Math.min(STUB, Math.abs(anchorY - edge) / 2);
  return `M${round(from)} ${round(edge)}L${round(from)} ${round(stub)}L${round(anchorX)} ${round(anchorY)}`;
}
