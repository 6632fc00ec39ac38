import { describe, expect, it } from 'vitest';
import { isMismatch, prepareValue } from './prepare-value';

describe('prepareValue', () => {
  it('counts the entries of the longest array of a structure, or its values', () => {
    expect(prepareValue({ machines: ['a', 'b', 'c'], units: [1, 2] })).toMatchObject({
      entries: 3,
      isList: true,
    });
    expect(prepareValue({ a: 1, b: 2 })).toMatchObject({ entries: 2, isList: false });
  });
});

describe('isMismatch', () => {
  it.each([
    ['N/A', 'number', true],
    [42.5, 'number', false],
    [0, 'boolean', true],
    [{ a: [1] }, 'structure', false],
    ['on', 'text', false],
  ] as const)('%j under a metric that is a %s: %s', (value, kind, expected) => {
    expect(isMismatch(value, kind)).toBe(expected);
  });
});
