'use client';

import { readLabelledValues } from '@/lib/widget/read-structure';
import { isNumericReading } from '../reading-facts';
import { HistoryChart } from './history-chart';
import { LabelledChart } from './labelled-chart';
import type { LookProps } from './look-props';

/** LineChart: labels and values as they came, or the history of a plain number. */
export function LineChartLook(props: LookProps<'line_chart'>) {
  const { widget, state } = props;
  const [reading] = state.values;
  const labelled = readLabelledValues(reading?.value, widget.labelsKey, widget.valuesKey);
  return !labelled && isNumericReading(reading) ? (
    <HistoryChart {...props} />
  ) : (
    <LabelledChart {...props} kind="line" labelled={labelled} />
  );
}
