import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReadingValue } from '@/lib/live/protocol';
import type { Message } from '@/lib/telemetry/message';
import { applyFieldRules } from './apply-field-rules';
import { type FieldRules, fieldRulesSchema } from './schema';

const NOW = Date.UTC(2026, 10, 24, 12);
const CLOCK = { arrivedMs: NOW, aheadSecondsMax: 86_400 };

const message = (values: Record<string, ReadingValue>, timeUs?: number): Message => ({
  timeUs,
  keys: Object.keys(values),
  values: Object.values(values),
});
const read = (values: Record<string, ReadingValue>, rules: Partial<FieldRules>, timeUs?: number) => {
  const {
    keys,
    values: read,
    timeUs: us,
  } = applyFieldRules(message(values, timeUs), fieldRulesSchema.parse({ ...rules }), CLOCK);
  return { values: Object.fromEntries(keys.map((key, i) => [key, read[i]])), timeUs: us };
};
const field = (key: string, rule: object = {}) => ({
  key,
  renamedTo: null,
  kind: null,
  scale: 1,
  offset: 0,
  ...rule,
});

describe('a field', () => {
  it.each([
    ['21,5', 'number', 21.5],
    [' 42 ', 'number', 42],
    ['1e3', 'number', 1000],
    [true, 'number', 1],
    ['abc', 'number', 'abc'],
    ['1.234,5', 'number', '1.234,5'],
    [21.5, 'text', '21.5'],
    [false, 'text', 'false'],
    ['on', 'boolean', true],
    [0, 'boolean', false],
    ['perhaps', 'boolean', 'perhaps'],
    [{ a: [1] }, 'number', { a: [1] }],
  ] as const)('%j read as %s is %j', (value, kind, expected) => {
    expect(read({ a: value }, { fields: [field('a', { kind })] }).values).toEqual({ a: expected });
  });

  it('is scaled without the dirt of binary fractions', () => {
    const rules = { fields: [field('a', { scale: 0.1, offset: -40 })] };
    expect(read({ a: 655 }, rules).values).toEqual({ a: 25.5 });
    expect(read({ a: 3 }, { fields: [field('a', { scale: 0.1 })] }).values).toEqual({ a: 0.3 });
    expect(read({ a: 'n/a' }, rules).values).toEqual({ a: 'n/a' });
    expect(read({ a: 1e308 }, { fields: [field('a', { scale: 1e10 })] }).values).toEqual({ a: 1e308 });
  });

  it('is ignored by its key, by its group, or because no rule names it', () => {
    const values = { a: 1, 'm.x': 2, 'm.y.z': 3, mx: 4 };
    expect(read(values, { ignored: ['a', 'm.*'] }).values).toEqual({ mx: 4 });
    expect(read(values, { ignoreOthers: true, fields: [field('m.x')] }).values).toEqual({ 'm.x': 2 });
    expect(read(values, { ignored: ['*'] }).values).toEqual({});
  });

  it('gets another data key, two may change theirs, and none takes the place of one that came', () => {
    expect(read({ t: 1 }, { fields: [field('t', { renamedTo: 'temperature' })] }).values).toEqual({
      temperature: 1,
    });
    const swap = [field('a', { renamedTo: 'b' }), field('b', { renamedTo: 'a' })];
    expect(read({ a: 1, b: 2 }, { fields: swap }).values).toEqual({ b: 1, a: 2 });
    expect(read({ a: 1, b: 2 }, { fields: [field('a', { renamedTo: 'b' })] }).values).toEqual({ a: 1, b: 2 });
  });
});

describe('the time', () => {
  it('is under the key that is chosen', () => {
    const at = '2026-11-24T11:59:57Z';
    expect(read({ at, a: 1 }, { timeKey: 'at' })).toEqual({
      values: { a: 1 },
      timeUs: Date.parse(at) * 1000,
    });
  });

  it('that can not be read stays where it was, and arrival counts', () => {
    expect(read({ at: 'soon', a: 1 }, { timeKey: 'at' })).toEqual({
      values: { at: 'soon', a: 1 },
      timeUs: undefined,
    });
  });

  it('is the time of arrival when that is chosen, whatever the message says', () => {
    expect(read({ a: 1 }, { useArrival: true }, NOW * 1000).timeUs).toBeUndefined();
    expect(read({ a: 1 }, {}, NOW * 1000).timeUs).toBe(NOW * 1000);
  });
});

it('refuses rules that give two fields one data key', () => {
  const fields = [field('a', { renamedTo: 'b' }), field('b')];
  expect(fieldRulesSchema.safeParse({ fields }).success).toBe(false);
});

const key = fc.constantFrom('a', 'b', 'c', 'm.x', 'm.y', 'time', '__x');
const value = fc.oneof(fc.double({ noNaN: true }), fc.string(), fc.boolean(), fc.constant({ list: [1, 2] }));
const messages = fc.dictionary(key, value).map((values) => message(values));
const rules = fc
  .record({
    timeKey: fc.option(key),
    useArrival: fc.boolean(),
    ignored: fc.array(fc.oneof(key, fc.constant('m.*'))),
    ignoreOthers: fc.boolean(),
    fields: fc.uniqueArray(
      fc.record({
        key,
        renamedTo: fc.option(fc.constantFrom('a', 'b', 'm.x', 'new')),
        kind: fc.option(fc.constantFrom('number', 'text', 'boolean')),
        scale: fc.double({ noNaN: true, noDefaultInfinity: true }),
        offset: fc.double({ noNaN: true, noDefaultInfinity: true }),
      }),
      { selector: (one) => one.key },
    ),
  })
  .filter((candidate) => fieldRulesSchema.safeParse(candidate).success)
  .map((candidate) => candidate as FieldRules);

it('without rules the message is itself', () => {
  fc.assert(
    fc.property(messages, (any) => {
      expect(applyFieldRules(any, undefined, CLOCK)).toBe(any);
    }),
  );
});

it('never throws, gives no key twice, changes nothing in what it was given, and loses only what is ignored', () => {
  fc.assert(
    fc.property(messages, rules, (any, chosen) => {
      const before = structuredClone(any);
      const made = applyFieldRules(any, chosen, CLOCK);
      expect(any).toEqual(before);
      expect(new Set(made.keys).size).toBe(made.keys.length);
      expect(made.values.length).toBe(made.keys.length);
      for (const one of made.values)
        if (typeof one === 'number') expect(Number.isFinite(one) || any.values.includes(one)).toBe(true);
      const isIgnored = (each: string) =>
        chosen.ignored.includes(each) ||
        (chosen.ignored.includes('m.*') && each.startsWith('m.')) ||
        (chosen.ignoreOthers && each !== chosen.timeKey && !chosen.fields.some((rule) => rule.key === each));
      const kept = any.keys.filter((each) => !isIgnored(each));
      expect(made.keys.length).toBeGreaterThanOrEqual(
        kept.length - (kept.includes(chosen.timeKey ?? '') ? 1 : 0),
      );
    }),
    { numRuns: 2_000 },
  );
});
