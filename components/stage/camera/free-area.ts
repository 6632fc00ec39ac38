import type { StageInsets } from '../types';

export interface Viewport {
  width: number;
  height: number;
}

/** A rectangle in pixels of the stage, y down. */
export interface FreeArea {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Panels that cover nearly everything must not turn the free area inside out. */
const SMALLEST = 48;

/** What panels leave of the stage. */
export function freeArea(viewport: Viewport, insets: StageInsets): FreeArea {
  const left = Math.min(insets.left, Math.max(0, viewport.width - SMALLEST));
  const top = Math.min(insets.top, Math.max(0, viewport.height - SMALLEST));
  return {
    left,
    top,
    right: Math.max(left + SMALLEST, viewport.width - insets.right),
    bottom: Math.max(top + SMALLEST, viewport.height - insets.bottom),
  };
}

/** How far the picture is shifted so that the point looked at lies in the middle of the free area. */
export function viewOffset(viewport: Viewport, free: FreeArea): { x: number; y: number } {
  const { x, y } = centreOf(free);
  return { x: viewport.width / 2 - x, y: viewport.height / 2 - y };
}

/** Parts of the free area that framed content leaves at its edges; cards need most of it above. */
const MARGINS = {
  bare: { x: 0.05, top: 0.06, bottom: 0.06 },
  cards: { x: 0.02, top: 0.17, bottom: 0.09 },
};

const CARD_ROW = 104;

/** Where framed content goes. */
export function framingArea(free: FreeArea, withCards: boolean): FreeArea {
  const margin = withCards ? MARGINS.cards : MARGINS.bare;
  const width = free.right - free.left;
  const height = free.bottom - free.top;
  // A row of full cards, where that leaves something to see.
  const row = withCards ? Math.min(CARD_ROW, height * 0.28) : 0;
  return {
    left: free.left + width * margin.x,
    right: free.right - width * margin.x,
    top: free.top + Math.max(height * margin.top, row),
    bottom: free.bottom - height * margin.bottom,
  };
}

export const centreOf = (area: FreeArea): { x: number; y: number } => ({
  x: (area.left + area.right) / 2,
  y: (area.top + area.bottom) / 2,
});
