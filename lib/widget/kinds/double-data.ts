import type { SettingProblem, WidgetDefinition } from '../definition';
import { readAddress } from '../read-address';
import { isScalar, scalarMismatch } from '../read-structure';
import { doubleDataSchema, type WidgetOf } from '../schema';

/** Metric under a sub-key: `motor_stats` + `rpm` → `motor_stats.rpm`, as ingest flattens objects by dots. */
export const subKey = (widget: WidgetOf<'double_data'>, name: string): string =>
  [widget.dataKey, name].filter(Boolean).join('.');

/** The values it shows; none while the primary sub key is not chosen. */
const dataKeys = (widget: WidgetOf<'double_data'>): string[] =>
  widget.primarySubKey === ''
    ? []
    : [widget.primarySubKey, widget.secondarySubKey].filter(Boolean).map((name) => subKey(widget, name));

export const doubleData = {
  kind: 'double_data',
  label: 'DoubleData',
  labelKey: 'widget.kind.double_data',
  schema: doubleDataSchema,
  defaults: { kind: 'double_data', primarySubKey: '', secondarySubKey: '', secondaryUnit: '' },
  dataKeys,
  alertValues: (widget, read) =>
    dataKeys(widget)
      .slice(0, 1)
      .map((key) => readAddress(read, key)?.value)
      .filter(isScalar),
  mismatch: (widget, read) =>
    dataKeys(widget)
      .map((key) => scalarMismatch(readAddress(read, key), key))
      .find((found) => found !== undefined),
  check: (widget) => {
    const { primarySubKey, secondarySubKey } = widget;
    const problems: SettingProblem[] = [];
    if (!primarySubKey) problems.push({ field: 'primarySubKey', code: 'sub_key_unset' });
    if (!secondarySubKey) problems.push({ field: 'secondarySubKey', code: 'sub_key_unset' });
    if (primarySubKey && primarySubKey === secondarySubKey)
      problems.push({ field: 'secondarySubKey', code: 'sub_keys_equal' });
    return problems;
  },
  example: (widget) => ({
    [widget.primarySubKey || 'primary']: 1500,
    [widget.secondarySubKey || 'secondary']: 0.75,
  }),
} satisfies WidgetDefinition<'double_data'>;
