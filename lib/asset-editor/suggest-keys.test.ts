import { describe, expect, it } from 'vitest';
import {
  type KnownMetric,
  settingsFor,
  suggestArrayKeys,
  suggestDataKeys,
  suggestSubKeys,
} from './suggest-keys';

const metric = (key: string, kind: KnownMetric['kind'] = 'number'): KnownMetric => ({
  key,
  kind,
  displayName: key === 'temperature' ? 'Drum heat' : null,
  unit: null,
});
const METRICS = [
  metric('motor_stats.rpm'),
  metric('motor_stats.vibration'),
  metric('production_output', 'structure'),
  metric('state', 'text'),
  metric('temperature'),
];
const OUTPUT = { machines: ['A', 'B'], units_per_hour: [1, 2], shift: 'late' };
const keys = (kind: Parameters<typeof suggestDataKeys>[0], typed = '') =>
  suggestDataKeys(kind, METRICS, typed).map(({ key }) => key);

describe('data keys to choose from', () => {
  it('are those that arrived and fit the kind', () => {
    expect(keys('single_data')).toEqual(['motor_stats.rpm', 'motor_stats.vibration', 'state', 'temperature']);
    expect(keys('double_data')).toEqual(['motor_stats', 'production_output']);
    expect(keys('bar_chart')).toEqual(['production_output']);
    expect(keys('line_chart')[0]).toBe('production_output');
    expect(keys('line_chart')).toContain('temperature');
  });

  it('are found by key or by display name', () => {
    expect(keys('single_data', ' RPM ')).toEqual(['motor_stats.rpm']);
    expect(keys('single_data', 'drum')).toEqual(['temperature']);
    expect(keys('single_data', 'zzz')).toEqual([]);
  });
});

describe('keys inside a data key', () => {
  it('are values that came apart, and values of an object that was kept whole', () => {
    expect(suggestSubKeys('motor_stats', METRICS, undefined)).toEqual(['rpm', 'vibration']);
    expect(suggestSubKeys('production_output', METRICS, OUTPUT)).toEqual(['shift']);
    expect(suggestArrayKeys(OUTPUT)).toEqual(['machines', 'units_per_hour']);
    expect(suggestArrayKeys(5)).toEqual([]);
  });

  it('are filled in where there is no doubt, and left alone where they lead somewhere', () => {
    const empty = { labelsKey: 'labels', valuesKey: 'values' };
    expect(settingsFor.bar_chart(empty, 'production_output', METRICS, OUTPUT)).toEqual({
      labelsKey: 'machines',
      valuesKey: 'units_per_hour',
    });
    const twoNumbers = { ...OUTPUT, other: [3, 4] };
    expect(settingsFor.bar_chart(empty, 'production_output', METRICS, twoNumbers)).toEqual({});
    const chosen = { labelsKey: 'machines', valuesKey: 'other' };
    expect(settingsFor.bar_chart(chosen, 'production_output', METRICS, twoNumbers)).toEqual({});
    expect(settingsFor.double_data({ primarySubKey: '' }, 'motor_stats', METRICS, undefined)).toEqual({
      primarySubKey: 'rpm',
      secondarySubKey: 'vibration',
    });
    expect(
      settingsFor.double_data({ primarySubKey: 'vibration' }, 'motor_stats', METRICS, undefined),
    ).toEqual({});
  });
});
