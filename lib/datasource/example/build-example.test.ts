import { describe, expect, it } from 'vitest';
import { newWidget } from '@/lib/widget/registry';
import { exampleFromMetrics, exampleFromWidgets } from './build-example';

const single = (dataKey: string) => newWidget('single_data', { id: 'w1', title: 'T', dataKey });
const double = (dataKey: string, primarySubKey: string, secondarySubKey: string) =>
  newWidget('double_data', { id: 'w2', title: 'T', dataKey, primarySubKey, secondarySubKey });
const line = (dataKey: string) => newWidget('line_chart', { id: 'w3', title: 'T', dataKey });
const bar = (dataKey: string, labelsKey: string, valuesKey: string) =>
  newWidget('bar_chart', { id: 'w4', title: 'T', dataKey, labelsKey, valuesKey });

describe('example from the linked widgets', () => {
  it('shows the documented bodies', () => {
    expect(exampleFromWidgets([single('temperature')]).body).toEqual({ temperature: 42.5 });
    expect(exampleFromWidgets([double('motor_stats', 'rpm', 'vibration')]).body).toEqual({
      motor_stats: { rpm: 1500, vibration: 0.75 },
    });
    expect(exampleFromWidgets([bar('production_output', 'machines', 'units_per_hour')]).body).toEqual({
      production_output: {
        machines: ['Machine A', 'Machine B', 'Machine C'],
        units_per_hour: [112, 124, 98],
      },
    });
  });

  it('gives labels and values of equal length, under the default keys too', () => {
    const { body } = exampleFromWidgets([line('cpu')]);
    const { labels, values } = body.cpu as { labels: unknown[]; values: unknown[] };
    expect(labels.length).toBeGreaterThan(0);
    expect(values).toHaveLength(labels.length);
  });

  it('merges several widgets under one data key', () => {
    const widgets = [
      double('motor', 'rpm', 'vibration'),
      double('motor', 'rpm', 'current'),
      single('motor.load'),
    ];
    expect(exampleFromWidgets(widgets)).toEqual({
      body: { motor: { rpm: 1500, vibration: 0.75, current: 0.75, load: 42.5 } },
      conflicts: [],
    });
  });

  it('takes dots as the way through objects', () => {
    expect(exampleFromWidgets([single('bearing.temperature'), single('bearing.load')]).body).toEqual({
      bearing: { temperature: 42.5, load: 42.5 },
    });
  });

  it('shows a number to a line chart of a key that is one, by what arrived or by another widget', () => {
    expect(exampleFromWidgets([line('temperature')], new Map([['temperature', 'number']])).body).toEqual({
      temperature: 42.5,
    });
    expect(exampleFromWidgets([line('temperature'), single('temperature')])).toEqual({
      body: { temperature: 42.5 },
      conflicts: [],
    });
  });

  it('says where two widgets cannot both be served', () => {
    const { body, conflicts } = exampleFromWidgets([single('motor'), double('motor', 'rpm', 'load')]);
    expect(body).toEqual({ motor: 42.5 });
    expect(conflicts).toEqual(['motor.rpm', 'motor.load']);
  });

  it('gives a value picked from an array its array and label, unless a chart gives them', () => {
    const picked = single('production.units[Machine A]');
    expect(exampleFromWidgets([picked]).body).toEqual({
      production: { units: [42.5], labels: ['Machine A'] },
    });
    const { body, conflicts } = exampleFromWidgets([picked, bar('production', 'machines', 'units')]);
    expect(Object.keys(body.production as object)).toEqual(['machines', 'units']);
    expect(conflicts).toEqual([]);
  });

  it('says nothing for a widget without a data key, and takes sub-keys at the top', () => {
    expect(exampleFromWidgets([single('')]).body).toEqual({});
    expect(exampleFromWidgets([double('', 'rpm', 'load')]).body).toEqual({ rpm: 1500, load: 0.75 });
  });

  it('is not fooled by a key that names a prototype', () => {
    const { body } = exampleFromWidgets([single('__proto__.polluted')]);
    expect(JSON.stringify(body)).toBe('{"__proto__":{"polluted":42.5}}');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe('example from what arrived', () => {
  it('puts the last body together again', () => {
    const production = { machines: ['A', 'B'], 'units.per.hour': [1, 2] };
    expect(
      exampleFromMetrics([
        { key: 'motor.rpm', kind: 'number', value: 1480 },
        { key: 'motor.on', kind: 'boolean', value: true },
        { key: 'production', kind: 'structure', value: production },
        { key: 'batch', kind: 'text', value: 'TB-1' },
      ]),
    ).toEqual({ motor: { rpm: 1480, on: true }, production, batch: 'TB-1' });
  });

  it('shows a value of the usual kind where the last one was of another', () => {
    expect(exampleFromMetrics([{ key: 'weight', kind: 'number', value: 'N/A' }])).toEqual({ weight: 42.5 });
  });

  it('leaves out what does not fit beside the rest', () => {
    expect(
      exampleFromMetrics([
        { key: 'a', kind: 'number', value: 1 },
        { key: 'a.b', kind: 'number', value: 2 },
      ]),
    ).toEqual({ a: 1 });
  });
});
