import { describe, expect, it } from 'vitest';
import { alertSettingsSchema } from '@/lib/alert/schema';
import { newWidget } from '@/lib/widget/registry';
import type { WidgetState } from '@/lib/widget/widget-state';
import { prepareFoot } from './prepare-foot';
import { TWEEN_MS, tween } from './tween';

const widget = newWidget('single_data', {
  id: 'w',
  title: 'T',
  dataKey: 'temperature',
  alerts: alertSettingsSchema.parse({ enabled: true, value: 85 }),
});
const state = (given: Partial<WidgetState>): WidgetState => ({
  status: 'normal',
  values: [],
  awaited: [],
  mismatch: null,
  time: 5,
  old: false,
  alert: null,
  ...given,
});

describe('the line below a value', () => {
  it.each(['unset', 'loading', 'missing'] as const)('says that a widget is %s', (status) => {
    expect(prepareFoot(widget, state({ status, time: null }))).toEqual({ kind: status });
  });

  it('names the key that is awaited', () => {
    expect(prepareFoot(widget, state({ status: 'never', time: null, awaited: ['temperature'] }))).toEqual({
      kind: 'never',
      key: 'temperature',
    });
    expect(prepareFoot(widget, state({ awaited: ['motor.vibration'] }))).toEqual({
      kind: 'partial',
      key: 'motor.vibration',
    });
  });

  it('says first what does not fit, then what is old, then which limit is crossed', () => {
    const alert = { severity: 'act', value: 90 } as const;
    const mismatch = { reason: 'other_kind', key: 'temperature' } as const;
    expect(prepareFoot(widget, state({ status: 'mismatch', mismatch, old: true, alert })).kind).toBe(
      'mismatch',
    );
    expect(prepareFoot(widget, state({ status: 'stale', old: true, alert })).kind).toBe('old');
    expect(prepareFoot(widget, state({ alert }))).toMatchObject({ kind: 'alert', limit: 85 });
    expect(prepareFoot(widget, state({}))).toEqual({ kind: 'age', at: 5 });
  });
});

describe('a figure on its way', () => {
  it('starts where it was, never turns back, and ends exactly at its goal in under 190 ms', () => {
    expect(TWEEN_MS).toBeLessThanOrEqual(190);
    const steps = [0, 30, 60, 90, 120, 150, 179, TWEEN_MS].map((elapsed) => tween(10, 20, elapsed));
    expect(steps[0]).toBe(10);
    expect(steps.at(-1)).toBe(20);
    expect([...steps].sort((a, b) => a - b)).toEqual(steps);
    expect(tween(Number.NaN, 20, 0)).toBe(20);
  });
});
