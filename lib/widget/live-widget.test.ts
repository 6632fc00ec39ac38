import { describe, expect, it, vi } from 'vitest';
import { alertSettingsSchema } from '@/lib/alert/schema';
import { liveDouble } from './live-double';
import { liveWidgetState, sameState, subscribeWidget, watchAlerts, watchQuiet } from './live-widget';
import { newWidget } from './registry';

const widget = newWidget('single_data', {
  id: 'w1',
  title: 'Temperature',
  datasourceId: 'dsr_1',
  dataKey: 'temperature',
  anchor: { partId: 'Drive/Motor', position: [0, 0, 0], normal: [0, 1, 0] },
  alerts: alertSettingsSchema.parse({ enabled: true, value: 80 }),
});

describe('a widget on live readings', () => {
  it('tells what is not known yet from a datasource that is gone', () => {
    expect(liveWidgetState(liveDouble({ answered: false, datasources: [] }), widget).status).toBe('loading');
    expect(liveWidgetState(liveDouble({ datasources: [] }), widget).status).toBe('missing');
    expect(liveWidgetState(liveDouble(), widget).status).toBe('never');
  });

  it('has the unit of its metric, and grows old by the server clock', () => {
    const live = liveDouble();
    live.arrive('temperature', 42.5);
    expect(liveWidgetState(live, widget).values[0]).toMatchObject({ value: 42.5, unit: '°C' });
    live.wait(60_001);
    expect(liveWidgetState(live, widget).status).toBe('stale');
  });

  it('reads the datasource that a placed instance gives it instead', () => {
    const live = liveDouble({ datasources: ['dsr_1', 'dsr_2'] });
    live.arrive('temperature', 1);
    live.arrive('temperature', 2, 'dsr_2');
    expect(liveWidgetState(live, widget, { dsr_1: 'dsr_2' }).values[0]?.value).toBe(2);
  });

  it('hears of its own keys and of the structure around them, of nothing else, until it stops', () => {
    const live = liveDouble();
    const inner = { ...widget, dataKey: 'motor.rpm' };
    const heard = vi.fn();
    const stop = subscribeWidget(live, inner, undefined, heard);
    live.arrive('humidity', 1);
    expect(heard).not.toHaveBeenCalled();
    live.arrive('motor', { rpm: 900, trace: [1, 2] });
    expect(heard).toHaveBeenCalled();
    expect(liveWidgetState(live, inner).values[0]).toEqual({ value: 900, time: live.now() });
    heard.mockClear();
    stop();
    live.arrive('motor', { rpm: 901, trace: [] });
    expect(heard).not.toHaveBeenCalled();
  });

  it('is the same state until something a reader could see has changed', () => {
    const live = liveDouble();
    live.arrive('temperature', 42.5);
    const before = liveWidgetState(live, widget);
    expect(sameState(before, liveWidgetState(live, widget))).toBe(true);
    live.arrive('temperature', 42.5);
    expect(sameState(before, liveWidgetState(live, widget))).toBe(false);
  });
});

describe('alerts followed live', () => {
  it('speak up when a condition is met and when it no longer is, never in between', () => {
    const live = liveDouble();
    const { subscribe, read } = watchAlerts(live, [widget], undefined, ['Drive']);
    const heard = vi.fn();
    const stop = subscribe(heard);
    live.arrive('temperature', 79);
    expect(heard).not.toHaveBeenCalled();
    live.arrive('temperature', 85);
    live.arrive('temperature', 90);
    live.arrive('temperature', 95);
    expect(heard).toHaveBeenCalledTimes(1);
    expect([...read().parts.keys()]).toEqual(['Drive/Motor']);
    expect(read()).toBe(read());
    live.arrive('temperature', 70);
    expect(heard).toHaveBeenCalledTimes(2);
    expect(read().parts.size).toBe(0);
    stop();
    live.arrive('temperature', 99);
    expect(heard).toHaveBeenCalledTimes(2);
  });
});

describe('widgets that show nothing fresh', () => {
  it('are those without a reading and those with an old one', () => {
    const live = liveDouble();
    const { read } = watchQuiet(live, [widget], undefined);
    expect([...read()]).toEqual(['w1']);
    live.arrive('temperature', 1);
    expect(read().size).toBe(0);
    expect(read()).toBe(read());
    live.wait(60_001);
    expect([...read()]).toEqual(['w1']);
  });
});
