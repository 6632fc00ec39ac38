import { describe, expect, it } from 'vitest';
import { newWidget } from '@/lib/widget/registry';
import type { Widget } from '@/lib/widget/schema';
import { activeAlerts, NO_ALERTS, sameAlerts } from './active-alerts';
import { type AlertSettings, alertSettingsSchema } from './schema';

const widget = (id: string, partId: string | null, alerts: Partial<AlertSettings>): Widget =>
  newWidget('single_data', {
    id,
    title: id,
    anchor: partId ? { partId, position: [0, 0, 0], normal: [0, 1, 0] } : null,
    alerts: alertSettingsSchema.parse({ enabled: true, ...alerts }),
  });
/** As if every widget named here met its condition. */
const met =
  (...ids: string[]) =>
  (one: Widget) =>
    ids.includes(one.id) ? { severity: one.alerts.severity, value: 1 } : null;
const ROOTS = ['Press'];

describe('what alerts do to an asset', () => {
  it('makes the part under the anchor glow in the colour of its severity', () => {
    const { parts } = activeAlerts([widget('w1', 'Press/Turret', {})], met('w1'), ROOTS);
    expect([...parts.keys()]).toEqual(['Press/Turret']);
    expect(parts.get('Press/Turret')?.severity).toBe('act');
  });

  it('makes the whole machine glow for a widget without an anchor', () => {
    const { parts } = activeAlerts([widget('w1', null, {})], met('w1'), ROOTS);
    expect([...parts.keys()]).toEqual(ROOTS);
  });

  it('lets the worst severity win a part, in whatever order widgets stand', () => {
    const know = widget('w1', 'Press/Turret', { severity: 'know' });
    const act = widget('w2', 'Press/Turret', { severity: 'act' });
    for (const widgets of [
      [know, act],
      [act, know],
    ])
      expect(activeAlerts(widgets, met('w1', 'w2'), ROOTS).parts.get('Press/Turret')?.severity).toBe('act');
  });

  it('does each action only where it is asked for', () => {
    const quiet = widget('w1', 'Press/Turret', { changeMaterialColor: false });
    const icon = widget('w2', 'Press/Hopper', {
      changeMaterialColor: false,
      showFloatingIcon: true,
      iconKind: 'error',
    });
    const result = activeAlerts([quiet, icon], met('w1', 'w2'), ROOTS);
    expect(result.parts.size).toBe(0);
    expect(result.icons).toEqual([{ widgetId: 'w2', iconKind: 'error', severity: 'act', title: 'w2' }]);
    expect([...result.widgets.keys()]).toEqual(['w1', 'w2']);
  });

  it('is calm, and the same object, while no condition is met', () => {
    expect(activeAlerts([widget('w1', 'Press', {})], met(), ROOTS)).toBe(NO_ALERTS);
  });

  it('sees that nothing changed, so that nothing is drawn again', () => {
    const build = (severity: AlertSettings['severity']) =>
      activeAlerts([widget('w1', 'Press', { severity, showFloatingIcon: true })], met('w1'), ROOTS);
    expect(sameAlerts(build('act'), build('act'))).toBe(true);
    expect(sameAlerts(build('act'), build('look'))).toBe(false);
    expect(sameAlerts(build('act'), NO_ALERTS)).toBe(false);
  });
});
