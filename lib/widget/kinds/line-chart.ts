import { checkChartKeys } from '../check-chart-keys';
import type { WidgetDefinition } from '../definition';
import { readAddress } from '../read-address';
import { isScalar, readLabelledValues, scalarMismatch, structureMismatch } from '../read-structure';
import { lineChartSchema } from '../schema';

/** Draws labels and values as they came, or the history of a numeric key when there are none. */
export const lineChart = {
  kind: 'line_chart',
  label: 'LineChart',
  labelKey: 'widget.kind.line_chart',
  schema: lineChartSchema,
  defaults: { kind: 'line_chart', labelsKey: 'labels', valuesKey: 'values', windowSeconds: 3600 },
  dataKeys: (widget) => [widget.dataKey].filter(Boolean),
  alertValues: (widget, read) => {
    const value = readAddress(read, widget.dataKey)?.value;
    const last = readLabelledValues(value, widget.labelsKey, widget.valuesKey)?.values.at(-1);
    return last === undefined ? [value].filter(isScalar) : [last];
  },
  mismatch: (widget, read) => {
    const reading = readAddress(read, widget.dataKey);
    if (reading && typeof reading.value === 'string') return { reason: 'no_arrays', key: widget.dataKey };
    return reading && isScalar(reading.value)
      ? scalarMismatch(reading, widget.dataKey)
      : structureMismatch(reading?.value, widget);
  },
  check: checkChartKeys,
  example: (widget, arrived) =>
    arrived === 'number'
      ? 42.5
      : {
          [widget.labelsKey || 'labels']: ['10:00', '10:05', '10:10'],
          [widget.valuesKey || 'values']: [35, 42, 38],
        },
} satisfies WidgetDefinition<'line_chart'>;
