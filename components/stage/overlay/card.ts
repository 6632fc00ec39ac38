/** One card as the layout sees it: pixels, y down. The layout writes `offsetX`, `offsetY` and `placed`. */
export interface Card {
  anchorX: number;
  anchorY: number;
  width: number;
  height: number;
  /** Where the card would like its centre to be, from its anchor. */
  preferredX: number;
  preferredY: number;
  /** Yields least to others. */
  critical: boolean;
  /** Not a card but something that lies over the stage, like the view cube: never moves, cards keep clear of it. */
  fixed: boolean;
  /** Where its centre is to rest, from its anchor. Kept between calls: layouts start from the last one. */
  offsetX: number;
  offsetY: number;
  /** False until it was placed once, and where there is no room left for it. */
  placed: boolean;
}

/** The least gap between cards that is accepted at rest. */
export const LEAST_GAP = 6;

/** A try at a layout: top left corners, and which cards found a place. Typed arrays, used again on every frame. */
export interface Layout {
  x: Float64Array;
  y: Float64Array;
  placed: Uint8Array;
  cost: number;
}

export const emptyLayout = (size: number): Layout => ({
  x: new Float64Array(size),
  y: new Float64Array(size),
  placed: new Uint8Array(size),
  cost: 0,
});

export const at = (values: Float64Array, index: number): number => values[index] ?? 0;
