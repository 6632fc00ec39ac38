import type { Severity } from '@/lib/alert/schema';
import type { Widget } from '@/lib/widget/schema';
import type { WidgetState } from '@/lib/widget/widget-state';

/** The severity that colours the card: met, and *Change Widget Color* is on. */
export const cardSeverity = (widget: Widget, state: WidgetState): Severity | undefined =>
  widget.alerts.changeWidgetColor ? state.alert?.severity : undefined;

export const VALUE_COLOR: Record<Severity, string> = {
  act: 'text-act-text',
  look: 'text-look-text',
  know: 'text-inform-text',
};
export const STROKE_COLOR: Record<Severity, string> = {
  act: 'stroke-act',
  look: 'stroke-look-text',
  know: 'stroke-inform',
};
export const FILL_COLOR: Record<Severity, string> = {
  act: 'fill-act',
  look: 'fill-look-text',
  know: 'fill-inform',
};

/** Marks of the pages speak of `inform` where alerts say `know`. */
export const MARK = { act: 'act', look: 'look', know: 'inform' } as const satisfies Record<Severity, string>;

export const TONE_STROKE: Record<Widget['tone'], string> = {
  ink: 'stroke-chart-1',
  accent: 'stroke-accent',
  slate: 'stroke-chart-2',
};
export const TONE_FILL: Record<Widget['tone'], string> = {
  ink: 'fill-chart-1',
  accent: 'fill-accent',
  slate: 'fill-chart-2',
};
