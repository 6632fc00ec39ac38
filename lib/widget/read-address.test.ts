import { describe, expect, it } from 'vitest';
import type { ReadingValue } from '@/lib/live/protocol';
import { keysOfAddress, readAddress } from './read-address';

const readings: Record<string, ReadingValue> = {
  temperature: 42.5,
  'motor_stats.rpm': 1500,
  production_output: { machines: ['Machine A', 'Machine.B', 'C'], units_per_hour: [112, 124, null] },
  'line.motor': { rpm: 900, history: [1, 2], deep: { on: true } },
};
const read = (key: string) => {
  const value = readings[key];
  return value === undefined ? undefined : { value, time: 7 };
};
const valueAt = (address: string) => readAddress(read, address)?.value;

describe('the value at an address', () => {
  it.each([
    ['temperature', 42.5],
    ['motor_stats.rpm', 1500],
    ['line.motor.rpm', 900],
    ['line.motor.deep.on', true],
    ['line.motor.history[1]', 2],
    ['production_output.units_per_hour[Machine A]', 112],
    ['production_output.units_per_hour[Machine.B]', 124],
    ['production_output.units_per_hour[1]', 124],
  ])('%s is %s', (address, expected) => {
    expect(valueAt(address)).toBe(expected);
  });

  it.each([
    '',
    'humidity',
    'motor_stats',
    'temperature.inner',
    'line.motor.history[9]',
    'line.motor.rpm.more',
    'line.motor.constructor',
    'line.motor.__proto__',
    'production_output.units_per_hour[Machine Z]',
    'production_output.units_per_hour[C]',
    'production_output.units_per_hour[]',
  ])('%s is nothing', (address) => {
    expect(valueAt(address)).toBeUndefined();
  });

  it('watches itself and every structure that may hold it', () => {
    expect(keysOfAddress('a.b.c[x.y]')).toEqual(['a.b.c[x.y]', 'a.b.c', 'a.b', 'a']);
    expect(keysOfAddress('temperature')).toEqual(['temperature']);
    expect(keysOfAddress('')).toEqual([]);
  });
});
