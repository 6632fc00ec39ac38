import type { WidgetDefinition } from '../definition';
import { isScalar } from '../read-structure';
import { doubleDataSchema, type WidgetOf } from '../schema';

/** Metric under a sub-key: `motor_stats` + `rpm` → `motor_stats.rpm`, as ingest flattens objects by dots. */
export const subKey = (widget: WidgetOf<'double_data'>, name: string): string =>
  [widget.dataKey, name].filter(Boolean).join('.');

export const doubleData = {
  kind: 'double_data',
  label: 'DoubleData',
  labelKey: 'widget.kind.double_data',
  schema: doubleDataSchema,
  defaults: { kind: 'double_data', primarySubKey: '', secondarySubKey: '', secondaryUnit: '' },
  dataKeys: (widget) => [subKey(widget, widget.primarySubKey), subKey(widget, widget.secondarySubKey)],
  alertValues: (widget, read) => [read(subKey(widget, widget.primarySubKey))?.value].filter(isScalar),
  example: (widget) => ({
    [widget.primarySubKey || 'primary']: 1500,
    [widget.secondarySubKey || 'secondary']: 0.75,
  }),
} satisfies WidgetDefinition<'double_data'>;
