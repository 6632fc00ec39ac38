import type { z } from 'zod';
import type { ReadingValue } from '@/lib/live/protocol';
import type { WidgetKind, WidgetOf } from './schema';

/** Looks up the latest reading of a data key of the widget's datasource. */
export type ReadKey = (dataKey: string) => { value: ReadingValue; time: number } | undefined;

/** A kind of widget: its settings, and how it reads data. Its look is in `components/widget/`. */
export type WidgetDefinition<K extends WidgetKind = WidgetKind> = {
  kind: K;
  /** Name in the documentation, the same in every language. */
  label: string;
  labelKey: `widget.kind.${K}`;
  schema: z.ZodType<WidgetOf<K>>;
  /** Settings of a new widget but for `id` and `title`. */
  defaults: Omit<WidgetOf<K>, 'id' | 'title' | keyof import('./schema').WidgetBase>;
  /** Data keys that the widget listens to. */
  dataKeys: (widget: WidgetOf<K>) => string[];
  /** Values that its alert checks (documented: DoubleData its primary; charts: any value). */
  alertValues: (widget: WidgetOf<K>, read: ReadKey) => (number | string | boolean)[];
  /** What must be under the widget's data key in a body, for the Example Schema. */
  example: (widget: WidgetOf<K>) => unknown;
};
