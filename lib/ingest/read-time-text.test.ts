import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readTimeText } from './read-time-text';

it('reads the usual form as it reads all others, whatever is wrong with it [T2]', () => {
  const digit = fc.constantFrom(...'0123456789');
  const usual = fc
    .tuple(
      fc.date({ min: new Date('1970-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
      fc.string({ unit: digit, maxLength: 8 }),
    )
    .map(([date, fraction]) => date.toISOString().replace(/\.\d+Z$/, fraction ? `.${fraction}Z` : 'Z'));
  const spoiled = fc
    .tuple(usual, fc.nat(25), fc.constantFrom('9', '0', '-', ':', '.', 'x', ' '))
    .map(([text, at, char]) => text.slice(0, at) + char + text.slice(at + 1));
  fc.assert(
    fc.property(fc.oneof(usual, spoiled), (text) => {
      // A small t is not the usual form.
      expect(readTimeText(text)).toEqual(readTimeText(text.replace('T', 't')));
    }),
    { numRuns: 2_000 },
  );
});
