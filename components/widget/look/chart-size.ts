import type { Widget } from '@/lib/widget/schema';

/** Inner width and height of a chart on a card, in pixels. */
export const CHART_SIZE: Record<Widget['size'], { width: number; height: number }> = {
  small: { width: 176, height: 72 },
  medium: { width: 212, height: 92 },
  large: { width: 288, height: 140 },
};
