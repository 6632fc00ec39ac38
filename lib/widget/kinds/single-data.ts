import type { WidgetDefinition } from '../definition';
import { readAddress } from '../read-address';
import { isScalar, scalarMismatch } from '../read-structure';
import { singleDataSchema } from '../schema';

export const singleData = {
  kind: 'single_data',
  label: 'SingleData',
  labelKey: 'widget.kind.single_data',
  schema: singleDataSchema,
  defaults: { kind: 'single_data', showSparkline: true },
  dataKeys: (widget) => [widget.dataKey].filter(Boolean),
  alertValues: (widget, read) => [readAddress(read, widget.dataKey)?.value].filter(isScalar),
  mismatch: (widget, read) => scalarMismatch(readAddress(read, widget.dataKey), widget.dataKey),
  check: (widget) => (widget.dataKey ? [] : [{ field: 'dataKey', code: 'data_key_unset' }]),
  example: () => 42.5,
} satisfies WidgetDefinition<'single_data'>;
