import { describe, expect, it } from 'vitest';
import { negotiateLocale } from './negotiate-locale';
import { knownTimeZone } from './time-zone';

describe('the language of a request', () => {
  it.each([
    ['fr', 'ar', 'fr'],
    ['de', 'ar', 'ar'],
    [undefined, 'fr-CA,fr;q=0.9,en;q=0.8', 'fr'],
    [undefined, 'de-DE, ar-EG;q=0.4, en;q=0.7', 'en'],
    [undefined, 'de, ar;q=0', 'en'],
    [undefined, 'AR', 'ar'],
    [undefined, ';;;,q=,', 'en'],
    [undefined, null, 'en'],
  ])('chosen %s, browser %s: %s', (chosen, accepted, expected) => {
    expect(negotiateLocale(chosen, accepted)).toBe(expected);
  });

  it('keeps a known time zone and answers UTC for anything else', () => {
    expect(knownTimeZone('Africa/Casablanca')).toBe('Africa/Casablanca');
    expect(knownTimeZone('Mars/Olympus')).toBe('UTC');
    expect(knownTimeZone(undefined)).toBe('UTC');
  });
});
