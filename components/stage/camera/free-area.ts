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
  return {
    x: viewport.width / 2 - (free.left + free.right) / 2,
    y: viewport.height / 2 - (free.top + free.bottom) / 2,
  };
}
