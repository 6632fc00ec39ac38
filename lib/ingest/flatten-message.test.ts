import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Faults } from './faults';
import { flattenMessage } from './flatten-message';

const NOW = Date.UTC(2026, 10, 24);

function flatten(value: unknown) {
  const faults = new Faults();
  const { keys, values, timeUs } = flattenMessage(value, [], {
    arrivedMs: NOW,
    aheadSecondsMax: 86_400,
    faults,
  });
  return { readings: Object.fromEntries(keys.map((key, i) => [key, values[i]])), timeUs, faults, keys };
}

const faultsOf = (value: unknown) => flatten(value).faults.errors.map(({ pointer }) => pointer);

describe('flattening', () => {
  it('takes a time and `values` as what is in them [F12]', () => {
    expect(flatten({ ts: 1_760_000_000_000, values: { a: 1, b: { c: 2 } } })).toMatchObject({
      timeUs: 1.76e15,
      readings: { a: 1, 'b.c': 2 },
    });
    expect(flatten({ values: { a: 1 } }).readings).toEqual({ 'values.a': 1 });
    expect(flatten({ ts: 1_760_000_000, values: { a: 1 }, b: 2 }).readings).toEqual({ 'values.a': 1, b: 2 });
    expect(flatten({ ts: 1_760_000_000, values: [1] }).readings).toEqual({ values: [1] });
    expect(faultsOf({ ts: 1_760_000_000, values: { 'a\nb': 1 } })).toEqual(['/values/a\nb']);
    expect(faultsOf({ ts: 1_760_000_000, values: {} })).toEqual(['']);
  });

  it('names scalars by dots, keeps what holds arrays whole, and drops null [F2, F3, F4]', () => {
    const { readings, faults } = flatten({
      temperature: 42.5,
      state: 'running',
      on: false,
      nothing: null,
      motor_stats: { rpm: 1500, bearing: { vibration: 0.75 }, off: null },
      production_output: { machines: ['A', 'B'], units_per_hour: [112, null], shift: 2 },
      line: { output: { labels: [], values: [] }, speed: 3 },
      list: [1, 2, 3],
      empty: {},
    });
    expect(faults.errors).toEqual([]);
    expect(readings).toEqual({
      temperature: 42.5,
      state: 'running',
      on: false,
      'motor_stats.rpm': 1500,
      'motor_stats.bearing.vibration': 0.75,
      production_output: { machines: ['A', 'B'], units_per_hour: [112, null], shift: 2 },
      'line.output': { labels: [], values: [] },
      'line.speed': 3,
      list: [1, 2, 3],
    });
  });

  it('takes the first of timestamp, time and ts as the time, the others as data [T1]', () => {
    expect(flatten({ ts: 1_700_000_000, time: 1_600_000_000, x: 1 })).toMatchObject({
      timeUs: 1_600_000_000e6,
      readings: { ts: 1_700_000_000, x: 1 },
    });
    expect(flatten({ timestamp: null, x: 1 })).toMatchObject({ timeUs: undefined, readings: { x: 1 } });
    expect(flatten({ motor: { time: 12 } }).readings).toEqual({ 'motor.time': 12 });
  });

  it('drops spaces around names, and keeps everything else of them [F5]', () => {
    expect(flatten({ ' Température ': 1, 'Zone 1/β': 2, 'a.b': 3 }).readings).toEqual({
      Température: 1,
      'Zone 1/β': 2,
      'a.b': 3,
    });
  });

  it('finds a key that stands there twice [F7]', () => {
    expect(faultsOf({ 'a.b': 1, a: { b: 2 } })).toEqual(['/a/b']);
    expect(faultsOf({ a: 1, ' a': 2 })).toEqual(['/a']);
    expect(faultsOf({ a: { b: { c: 1 } }, 'a.b': { c: 2 } })).toEqual(['/a/b/c']);
  });

  it('names every fault by its place, the first fifty of them [F9]', () => {
    const bad = { a: Number.POSITIVE_INFINITY, b: { c: Number.NaN, '~/': { '': 1 } }, d: [1, [-Infinity]] };
    expect(faultsOf(bad)).toEqual(['/a', '/b/c', '/b/~0~1/', '/d/1/0']);
    const many = Object.fromEntries(Array.from({ length: 80 }, (_, i) => [`k${i}`, Number.NaN]));
    const { faults } = flatten(many);
    expect([faults.errors.length, faults.count]).toEqual([50, 80]);
  });

  it.each(['__proto__', 'constructor', 'prototype', ' __proto__ ', 'a.__proto__', 'constructor.a.b'])(
    'refuses the name %j at any depth [F6]',
    (name) => {
      for (const json of [`{"${name}":1}`, `{"a":{"${name}":1}}`, `{"a":{"l":[{"${name}":1}]}}`]) {
        const { faults, readings } = flatten(JSON.parse(json));
        expect(faults.count).toBe(1);
        expect(Object.getPrototypeOf(readings)).toBe(Object.prototype);
      }
      expect(({} as Record<string, unknown>).admin).toBeUndefined();
    },
  );

  it('stands any JSON, and loses no value of what it takes', () => {
    const name = fc.stringMatching(/^[a-z]{1,4}$/).filter((text) => !['ts', 'time'].includes(text));
    const scalar = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
      fc.stringMatching(/^\w*$/),
    );
    const { tree } = fc.letrec((tie) => ({
      tree: fc.dictionary(name, fc.oneof({ maxDepth: 4 }, scalar, tie('tree')), { minKeys: 1, maxKeys: 5 }),
    }));
    fc.assert(
      fc.property(tree, (message) => {
        const { readings, faults } = flatten(message);
        expect(faults.errors).toEqual([]);
        expect(readings).toEqual(reference(message as Record<string, unknown>));
      }),
    );
    fc.assert(fc.property(fc.jsonValue(), (value) => void flatten(value)));
  });
});

/** The rule in its shortest form, for objects without arrays. */
function reference(object: Record<string, unknown>, prefix = ''): Record<string, unknown> {
  return Object.assign(
    {},
    ...Object.entries(object).map(([name, value]) =>
      typeof value === 'object' && value !== null
        ? reference(value as Record<string, unknown>, `${prefix}${name}.`)
        : { [prefix + name]: value },
    ),
  );
}
