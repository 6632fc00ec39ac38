import { checkChartKeys } from '../check-chart-keys';
import type { WidgetDefinition } from '../definition';
import { readAddress } from '../read-address';
import { readLabelledValues, structureMismatch } from '../read-structure';
import { barChartSchema } from '../schema';

export const barChart = {
  kind: 'bar_chart',
  label: 'BarChart',
  labelKey: 'widget.kind.bar_chart',
  schema: barChartSchema,
  defaults: { kind: 'bar_chart', labelsKey: 'labels', valuesKey: 'values' },
  dataKeys: (widget) => [widget.dataKey].filter(Boolean),
  alertValues: (widget, read) =>
    readLabelledValues(readAddress(read, widget.dataKey)?.value, widget.labelsKey, widget.valuesKey)
      ?.values ?? [],
  mismatch: (widget, read) => structureMismatch(readAddress(read, widget.dataKey)?.value, widget),
  check: checkChartKeys,
  example: (widget) => ({
    [widget.labelsKey || 'labels']: ['Machine A', 'Machine B', 'Machine C'],
    [widget.valuesKey || 'values']: [112, 124, 98],
  }),
} satisfies WidgetDefinition<'bar_chart'>;
