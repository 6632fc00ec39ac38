import type { Severity } from '@/lib/alert/schema';
import type { WidgetKind, WidgetOf } from '@/lib/widget/schema';
import type { WidgetState } from '@/lib/widget/widget-state';

/** What the look of a kind is given. It draws what stands below the title; `CardFrame` draws the rest. */
export type LookProps<K extends WidgetKind = WidgetKind> = {
  widget: WidgetOf<K>;
  state: WidgetState;
  /** Colours the value: the alert is met and asks for it. */
  severity: Severity | undefined;
  datasourceId: string | null;
  /** Pixels of the card's width that its edge and hatch take. */
  inset: number;
  locale: string;
};
