import type { Widget } from '@/lib/widget/schema';

const SIZES: Record<Widget['size'], { width: number; height: number }> = {
  small: { width: 176, height: 72 },
  medium: { width: 212, height: 92 },
  large: { width: 288, height: 140 },
};

/** Width and height of a chart on a card, in pixels, beside what edge and hatch take. */
export function chartSize(size: Widget['size'], inset: number): { width: number; height: number } {
  const { width, height } = SIZES[size];
  return { width: width - inset, height };
}
