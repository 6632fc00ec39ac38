'use client';

import { readLabelledValues } from '@/lib/widget/read-structure';
import { LabelledChart } from './labelled-chart';
import type { LookProps } from './look-props';

/** BarChart: one bar for each label. */
export function BarChartLook(props: LookProps<'bar_chart'>) {
  const { widget, state } = props;
  const labelled = readLabelledValues(state.values[0]?.value, widget.labelsKey, widget.valuesKey);
  return <LabelledChart {...props} kind="bar" labelled={labelled} />;
}
