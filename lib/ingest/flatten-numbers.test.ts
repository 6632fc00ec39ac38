import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Message } from '@/lib/telemetry/message';
import { flattenNumbers } from './flatten-numbers';

const flatten = (value: Record<string, unknown>, timeKey?: string) => {
  const message: Message = { timeUs: undefined, keys: [], values: [] };
  return flattenNumbers(value, timeKey, message) ? { keys: message.keys, values: message.values } : undefined;
};

it('takes numbers under plain names as they stand, but for the time, whatever came before', () => {
  const name = fc.stringMatching(/^[a-c_]{1,3}$/);
  const number = fc.double({ noNaN: true, noDefaultInfinity: true });
  fc.assert(
    fc.property(
      fc.array(fc.dictionary(name, number, { minKeys: 1, maxKeys: 4 })),
      fc.nat(4),
      (all, place) => {
        for (const numbers of all) {
          const entries: [string, unknown][] = Object.entries(numbers);
          expect(flatten(numbers)).toEqual({ keys: Object.keys(numbers), values: Object.values(numbers) });
          const timed = Object.fromEntries(entries.toSpliced(place, 0, ['time', 'whatever it is']));
          expect(flatten(timed, 'time')).toEqual(flatten(numbers));
        }
      },
    ),
  );
});

it.each([
  ['no data key', {}],
  ['a text', { a: 1, b: '2' }],
  ['no value', { a: null }],
  ['a number that is too large', { a: Number.POSITIVE_INFINITY }],
  ['an object', { a: { b: 1 } }],
  ['a name to trim', { ' a': 1 }],
  ['a name with a dot', { 'a.b': 1 }],
  ['a forbidden name', JSON.parse('{"__proto__": 1}') as Record<string, unknown>],
  ['a name that is too long', { ['a'.repeat(201)]: 1 }],
])('leaves %s to be looked at piece by piece', (_, value) => {
  expect(flatten({ a: 1 })).toBeDefined();
  expect(flatten(value)).toBeUndefined();
});
