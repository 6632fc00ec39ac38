import { describe, expect, it } from 'vitest';
import { parseNumber, roundToStep } from './parse-number';

describe('a typed number', () => {
  it.each([
    ['12.5', 12.5],
    ['12,5', 12.5],
    [' 1 500 ', 1500],
    ['\u22123', -3],
    ['.5', 0.5],
    ['5.', 5],
    ['1e3', 1000],
    ['', null],
    ['abc', null],
    ['1,2,3', null],
    ['1e999', null],
    ['0x10', null],
  ])('%j is %j', (text, expected) => {
    expect(parseNumber(text)).toBe(expected);
  });

  it('steps without binary noise', () => {
    expect(roundToStep(0.1 + 0.2, 0.1)).toBe(0.3);
    expect(roundToStep(1.1 * 3, 0.1)).toBe(3.3);
  });
});
