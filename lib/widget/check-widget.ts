import type { SettingProblem } from './definition';
import { definitionOf } from './registry';
import type { Widget } from './schema';

const isNumeric = (value: number | string): boolean =>
  typeof value === 'number' || (value.trim() !== '' && Number.isFinite(Number(value)));

function checkAlert({ alerts }: Widget): SettingProblem[] {
  if (!alerts.enabled) return [];
  if (alerts.value === '') return [{ field: 'alerts.value', code: 'alert_value_empty' }];
  return alerts.condition === 'equal_to' || isNumeric(alerts.value)
    ? []
    : [{ field: 'alerts.value', code: 'alert_value_not_number' }];
}

/**
 * What a widget still lacks to show something. It is saved all the same: an unfinished widget is no reason to lose work.
 *
 * @param datasourceIds datasources of the workspace; undefined while they are not known
 */
export function checkWidget(widget: Widget, datasourceIds?: ReadonlySet<string>): SettingProblem[] {
  const problems: SettingProblem[] = [];
  if (widget.title === '') problems.push({ field: 'title', code: 'title_empty' });
  if (widget.datasourceId === null) problems.push({ field: 'datasourceId', code: 'datasource_unset' });
  else if (datasourceIds && !datasourceIds.has(widget.datasourceId))
    problems.push({ field: 'datasourceId', code: 'datasource_gone' });
  return [...problems, ...definitionOf(widget).check(widget), ...checkAlert(widget)];
}
