import type { z } from 'zod';
import type { MetricKind, ReadingValue } from '@/lib/live/protocol';
import type { WidgetKind, WidgetOf } from './schema';

/** Latest reading as a widget needs it. `kind` and `unit` are those of the metric, where it is one of its own. */
export type WidgetReading = {
  value: ReadingValue;
  time: number;
  kind?: MetricKind;
  unit?: string | null;
};

/** Looks up the latest reading of a data key of the widget's datasource. */
export type ReadKey = (dataKey: string) => WidgetReading | undefined;

export const MISMATCH_REASONS = [
  'other_kind',
  'structure',
  'no_arrays',
  'labels_missing',
  'values_missing',
  'unequal_lengths',
] as const;
/** Why what arrived does not fit the widget; it is shown as it came, and marked. */
export type Mismatch = { reason: (typeof MISMATCH_REASONS)[number]; key: string };

/** Settings at fault, by name; `code` is the message `widget.problem.CODE`. */
export const SETTING_PROBLEMS = [
  'title_empty',
  'datasource_unset',
  'datasource_gone',
  'data_key_unset',
  'sub_key_unset',
  'sub_keys_equal',
  'labels_key_unset',
  'values_key_unset',
  'chart_keys_equal',
  'alert_value_not_number',
  'alert_value_empty',
] as const;
export type SettingProblem = { field: string; code: (typeof SETTING_PROBLEMS)[number] };

/** A kind of widget: its settings, and how it reads data. Its look is in `components/widget/`. */
export type WidgetDefinition<K extends WidgetKind = WidgetKind> = {
  kind: K;
  /** Name in the documentation, the same in every language. */
  label: string;
  labelKey: `widget.kind.${K}`;
  schema: z.ZodType<WidgetOf<K>>;
  /** Settings of a new widget but for `id` and `title`. */
  defaults: Omit<WidgetOf<K>, 'id' | 'title' | keyof import('./schema').WidgetBase>;
  /** Addresses of the values that the widget shows, the leading one first; none while it is not set up. */
  dataKeys: (widget: WidgetOf<K>) => string[];
  /** Values that its alert checks (documented: DoubleData its primary; charts: any value). */
  alertValues: (widget: WidgetOf<K>, read: ReadKey) => (number | string | boolean)[];
  /** What of the arrived values does not fit. Absent values are no mismatch. */
  mismatch: (widget: WidgetOf<K>, read: ReadKey) => Mismatch | undefined;
  /** What its own settings lack; those that all kinds have are checked by `checkWidget`. */
  check: (widget: WidgetOf<K>) => SettingProblem[];
  /** What must be under the widget's data key in a body, for the Example Schema; `arrived`: the kind of what came there. */
  example: (widget: WidgetOf<K>, arrived?: MetricKind) => unknown;
};
