import { describe, expect, it } from 'vitest';
import { isMismatch, prepareValue, shownDecimals } from './prepare-value';

describe('prepareValue', () => {
  it('counts the entries of the longest array of a structure, or its values', () => {
    expect(prepareValue({ machines: ['a', 'b', 'c'], units: [1, 2] })).toMatchObject({
      entries: 3,
      isList: true,
    });
    expect(prepareValue({ a: 1, b: 2 })).toMatchObject({ entries: 2, isList: false });
  });
});

describe('shownDecimals', () => {
  it.each([
    [42.5, 1],
    [1500, 0],
    [90.6420339, 4],
    [0.1 + 0.2, 1],
    [0.0123456789, 6],
    [123456.789, 0],
    [-18.638, 3],
    [0, 0],
  ])('%d shows %d', (value, decimals) => {
    expect(shownDecimals(value)).toBe(decimals);
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
