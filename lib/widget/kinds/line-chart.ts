import type { WidgetDefinition } from '../definition';
import { isScalar, readLabelledValues } from '../read-structure';
import { lineChartSchema } from '../schema';

/** Draws labels and values as they came, or the history of a numeric key when there are none. */
export const lineChart = {
  kind: 'line_chart',
  label: 'LineChart',
  labelKey: 'widget.kind.line_chart',
  schema: lineChartSchema,
  defaults: { kind: 'line_chart', labelsKey: 'labels', valuesKey: 'values', windowSeconds: 3600 },
  dataKeys: (widget) => [widget.dataKey],
  alertValues: (widget, read) => {
    const value = read(widget.dataKey)?.value;
    const last = readLabelledValues(value, widget.labelsKey, widget.valuesKey)?.values.at(-1);
    return last === undefined ? [value].filter(isScalar) : [last];
  },
  example: (widget) => ({
    [widget.labelsKey || 'labels']: ['10:00', '10:05', '10:10'],
    [widget.valuesKey || 'values']: [35, 42, 38],
  }),
} satisfies WidgetDefinition<'line_chart'>;
