import type { SettingProblem } from './definition';

/** Settings that LineChart and BarChart share. */
export function checkChartKeys(widget: {
  dataKey: string;
  labelsKey: string;
  valuesKey: string;
}): SettingProblem[] {
  const { dataKey, labelsKey, valuesKey } = widget;
  const problems: SettingProblem[] = [];
  if (!dataKey) problems.push({ field: 'dataKey', code: 'data_key_unset' });
  if (!labelsKey) problems.push({ field: 'labelsKey', code: 'labels_key_unset' });
  if (!valuesKey) problems.push({ field: 'valuesKey', code: 'values_key_unset' });
  if (labelsKey && labelsKey === valuesKey) problems.push({ field: 'valuesKey', code: 'chart_keys_equal' });
  return problems;
}
