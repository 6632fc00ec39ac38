import type { WidgetDefinition } from '../definition';
import { isScalar } from '../read-structure';
import { singleDataSchema } from '../schema';

export const singleData = {
  kind: 'single_data',
  label: 'SingleData',
  labelKey: 'widget.kind.single_data',
  schema: singleDataSchema,
  defaults: { kind: 'single_data', showSparkline: true },
  dataKeys: (widget) => [widget.dataKey],
  alertValues: (widget, read) => [read(widget.dataKey)?.value].filter(isScalar),
  example: () => 42.5,
} satisfies WidgetDefinition<'single_data'>;
