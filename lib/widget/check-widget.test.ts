import { describe, expect, it } from 'vitest';
import { alertSettingsSchema } from '@/lib/alert/schema';
import { checkWidget } from './check-widget';
import { newWidget, widgetDefinition } from './registry';
import { WIDGET_KINDS } from './schema';

const known = new Set(['dsr_1']);
const fields = (problems: ReturnType<typeof checkWidget>) => problems.map(({ field, code }) => [field, code]);

describe('what a widget still lacks', () => {
  it.each(WIDGET_KINDS)(
    'a new %s lacks its datasource and its keys, and is a valid document all the same',
    (kind) => {
      const widget = newWidget(kind, { id: 'w', title: 'New' });
      expect(widgetDefinition(kind).schema.safeParse(widget).success).toBe(true);
      expect(checkWidget(widget).map(({ code }) => code)).toContain('datasource_unset');
      expect(checkWidget(widget).length).toBeGreaterThan(1);
    },
  );

  it('is nothing for a widget that is set up', () => {
    const widget = newWidget('double_data', {
      id: 'w',
      title: 'Motor',
      datasourceId: 'dsr_1',
      dataKey: 'motor_stats',
      primarySubKey: 'rpm',
      secondarySubKey: 'vibration',
    });
    expect(checkWidget(widget, known)).toEqual([]);
    expect(fields(checkWidget({ ...widget, secondarySubKey: 'rpm' }, known))).toEqual([
      ['secondarySubKey', 'sub_keys_equal'],
    ]);
  });

  it('names the field: title, a datasource that is gone, equal chart keys', () => {
    const widget = newWidget('bar_chart', {
      id: 'w',
      title: '',
      datasourceId: 'dsr_gone',
      dataKey: 'output',
      labelsKey: 'values',
    });
    expect(fields(checkWidget(widget, known))).toEqual([
      ['title', 'title_empty'],
      ['datasourceId', 'datasource_gone'],
      ['valuesKey', 'chart_keys_equal'],
    ]);
    expect(fields(checkWidget(widget))).not.toContainEqual(['datasourceId', 'datasource_gone']);
  });

  it('wants a number to compare with, but takes a text for equal_to; nothing while alerts are off', () => {
    const widget = newWidget('single_data', { id: 'w', title: 'T', datasourceId: 'dsr_1', dataKey: 'state' });
    const check = (alerts: object) =>
      fields(checkWidget({ ...widget, alerts: alertSettingsSchema.parse(alerts) }, known));
    expect(check({ enabled: true, condition: 'greater_than', value: 'hot' })).toEqual([
      ['alerts.value', 'alert_value_not_number'],
    ]);
    expect(check({ enabled: true, condition: 'equal_to', value: 'hot' })).toEqual([]);
    expect(check({ enabled: true, condition: 'equal_to', value: '' })).toEqual([
      ['alerts.value', 'alert_value_empty'],
    ]);
    expect(check({ enabled: false, condition: 'greater_than', value: 'hot' })).toEqual([]);
  });
});
