import { describe, expect, it } from 'vitest';
import { alertSettingsSchema } from '@/lib/alert/schema';
import type { WidgetReading } from './definition';
import { newWidget } from './registry';
import { type DatasourceFacts, widgetState } from './widget-state';

const NOW = 1_000_000;
const FRESH: DatasourceFacts = { staleAfterMs: 60_000 };
const of =
  (readings: Record<string, WidgetReading>) =>
  (key: string): WidgetReading | undefined =>
    readings[key];
const came = (value: WidgetReading['value'], agoMs = 400, more: Partial<WidgetReading> = {}) => ({
  value,
  time: NOW - agoMs,
  ...more,
});

const single = newWidget('single_data', {
  id: 'w1',
  title: 'Temperature',
  datasourceId: 'dsr_1',
  dataKey: 'temperature',
});
const double = newWidget('double_data', {
  id: 'w2',
  title: 'Motor',
  datasourceId: 'dsr_1',
  dataKey: 'motor_stats',
  primarySubKey: 'rpm',
  secondarySubKey: 'vibration',
});
const bar = newWidget('bar_chart', {
  id: 'w3',
  title: 'Output',
  datasourceId: 'dsr_1',
  dataKey: 'production_output',
  labelsKey: 'machines',
  valuesKey: 'units_per_hour',
});
const line = newWidget('line_chart', { ...bar, kind: 'line_chart', id: 'w4', title: 'Output' });
const above = (value: number) => alertSettingsSchema.parse({ enabled: true, value, severity: 'look' });

describe('what a widget has to say', () => {
  it('shows a fresh value as normal', () => {
    const state = widgetState(single, of({ temperature: came(42.5) }), NOW, FRESH);
    expect(state).toMatchObject({ status: 'normal', old: false, time: NOW - 400, alert: null });
    expect(state.values[0]?.value).toBe(42.5);
  });

  it('tells not set up, not known yet, gone and never apart', () => {
    const nothing = of({});
    expect(widgetState({ ...single, dataKey: '' }, nothing, NOW, FRESH).status).toBe('unset');
    expect(widgetState({ ...single, datasourceId: null }, nothing, NOW, FRESH).status).toBe('unset');
    expect(widgetState({ ...double, primarySubKey: '' }, nothing, NOW, FRESH).status).toBe('unset');
    expect(widgetState(single, nothing, NOW, 'loading').status).toBe('loading');
    expect(widgetState(single, nothing, NOW, 'missing').status).toBe('missing');
    expect(widgetState(single, nothing, NOW, FRESH)).toMatchObject({
      status: 'never',
      awaited: ['temperature'],
    });
  });

  it('marks what is older than its datasource should be, and only then', () => {
    expect(widgetState(single, of({ temperature: came(1, 60_000) }), NOW, FRESH).status).toBe('normal');
    expect(widgetState(single, of({ temperature: came(1, 60_001) }), NOW, FRESH)).toMatchObject({
      status: 'stale',
      old: true,
    });
  });

  it('is as old as the oldest of two values', () => {
    const readings = { 'motor_stats.rpm': came(1500, 100), 'motor_stats.vibration': came(0.75, 90_000) };
    expect(widgetState(double, of(readings), NOW, FRESH)).toMatchObject({
      status: 'stale',
      time: NOW - 90_000,
    });
  });

  it('shows the primary value while the secondary is awaited, and nothing without the primary', () => {
    const primary = widgetState(double, of({ 'motor_stats.rpm': came(1500) }), NOW, FRESH);
    expect(primary).toMatchObject({ status: 'normal', awaited: ['motor_stats.vibration'] });
    const secondary = widgetState(double, of({ 'motor_stats.vibration': came(0.75) }), NOW, FRESH);
    expect(secondary).toMatchObject({ status: 'never', awaited: ['motor_stats.rpm'] });
  });

  it('reads sub-keys of an object that was kept whole because it holds an array', () => {
    const readings = { motor_stats: came({ rpm: 1500, vibration: 0.75, history: [1] }) };
    expect(widgetState(double, of(readings), NOW, FRESH).values.map((v) => v?.value)).toEqual([1500, 0.75]);
  });

  it('keeps a value of another kind as it came, and marks it', () => {
    const state = widgetState(single, of({ temperature: came('N/A', 400, { kind: 'number' }) }), NOW, FRESH);
    expect(state).toMatchObject({
      status: 'mismatch',
      mismatch: { reason: 'other_kind', key: 'temperature' },
    });
    expect(state.values[0]?.value).toBe('N/A');
    expect(
      widgetState(single, of({ temperature: came('RUN', 1, { kind: 'text' }) }), NOW, FRESH).status,
    ).toBe('normal');
  });

  it.each([
    [{ production_output: came(5) }, 'no_arrays'],
    [{ production_output: came({ units_per_hour: [1] }) }, 'labels_missing'],
    [{ production_output: came({ machines: ['A'] }) }, 'values_missing'],
    [{ production_output: came({ machines: ['A', 'B'], units_per_hour: [1] }) }, 'unequal_lengths'],
  ])('says why %j is no bar chart', (readings, reason) => {
    expect(widgetState(bar, of(readings), NOW, FRESH)).toMatchObject({
      status: 'mismatch',
      mismatch: { reason },
    });
  });

  it('draws a line from a plain number (its history), never from a text', () => {
    expect(widgetState(line, of({ production_output: came(5) }), NOW, FRESH).status).toBe('normal');
    expect(widgetState(line, of({ production_output: came('on') }), NOW, FRESH).status).toBe('mismatch');
  });
});

describe('its alert', () => {
  it('is met by the primary value of DoubleData only (documented)', () => {
    const widget = { ...double, alerts: above(100) };
    const low = { 'motor_stats.rpm': came(50), 'motor_stats.vibration': came(900) };
    expect(widgetState(widget, of(low), NOW, FRESH).alert).toBeNull();
    const high = { ...low, 'motor_stats.rpm': came(101) };
    expect(widgetState(widget, of(high), NOW, FRESH).alert).toEqual({ severity: 'look', value: 101 });
  });

  it('checks any bar, but only the latest point of a line', () => {
    const readings = of({
      production_output: came({ machines: ['A', 'B', 'C'], units_per_hour: [124, 112, 98] }),
    });
    expect(widgetState({ ...bar, alerts: above(120) }, readings, NOW, FRESH).alert?.value).toBe(124);
    expect(widgetState({ ...line, alerts: above(120) }, readings, NOW, FRESH).alert).toBeNull();
    expect(widgetState({ ...line, alerts: above(90) }, readings, NOW, FRESH).alert?.value).toBe(98);
  });

  it('stays while its value grows old: silence does not end an alert', () => {
    const state = widgetState(
      { ...single, alerts: above(40) },
      of({ temperature: came(42.5, 900_000) }),
      NOW,
      FRESH,
    );
    expect(state).toMatchObject({ status: 'stale', old: true, alert: { value: 42.5 } });
  });
});
