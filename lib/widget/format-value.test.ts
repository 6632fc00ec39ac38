import { describe, expect, it } from 'vitest';
import { formatMean, formatNumber, formatValue, ownDecimals } from './format-value';

/** French groups with a narrow no-break space. */
const plain = (text: string) => text.replace(/[\u202f\u00a0]/g, ' ');

describe('a number on a card', () => {
  it.each([
    [1500, 'en', null, '1,500'],
    [1500.5, 'fr', null, '1 500,5'],
    [1500.5, 'ar', null, '1,500.5'],
    [0.1 + 0.2, 'en', null, '0.3'],
    [42.5, 'en', 0, '43'],
    [42, 'en', 2, '42.00'],
    [-0.75, 'en', null, '-0.75'],
    [0.000001, 'en', null, '0.000001'],
    [1e-9, 'en', null, '1E-9'],
    [1.5e15, 'en', null, '1.5E15'],
    [Number.NaN, 'en', 2, '–'],
  ])('%s in %s with %s decimals reads %s', (value, locale, decimals, expected) => {
    expect(plain(formatNumber(value, locale, decimals))).toBe(expected);
  });

  it('has Western figures in Arabic too', () => {
    expect(formatNumber(9876543.21, 'ar', null)).toMatch(/^[0-9.,\u066b\u066c]+$/);
  });

  it('leaves what is no number as it came', () => {
    expect(formatValue('N/A', 'en', 2)).toBe('N/A');
    expect(formatValue('007', 'en', null)).toBe('007');
    expect(formatValue(true, 'fr', null)).toBe('true');
    expect(formatValue(undefined, 'en', null)).toBe('–');
  });

  it('rounds a mean to what says enough, and adds no digits', () => {
    expect([1234.5678, 12.3456, 1.23456, 0.0000123, 88, 88.4].map((v) => formatMean(v, 'en'))).toEqual([
      '1,234.6',
      '12.35',
      '1.235',
      '0.0000123',
      '88',
      '88.4',
    ]);
  });

  it('knows how many decimals a number came with', () => {
    expect([42, 42.5, 1e-7, 1e20, 0.125].map(ownDecimals)).toEqual([0, 1, 7, 0, 3]);
  });
});
