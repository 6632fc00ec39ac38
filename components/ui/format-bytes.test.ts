import { createFormatter } from 'use-intl/core';
import { describe, expect, it } from 'vitest';
import { formatBytes } from './format-bytes';

const english = createFormatter({ locale: 'en' });

describe('formatBytes', () => {
  it.each([
    [0, '0 byte'],
    [900, '900 byte'],
    [1_234, '1.2 kB'],
    [45_600, '46 kB'],
    [999_600, '1 MB'],
    [4_200_000, '4.2 MB'],
    [200_000_000, '200 MB'],
    [3_000_000_000, '3 GB'],
  ])('writes %i as %s', (bytes, text) => {
    expect(formatBytes(bytes, english)).toBe(text);
  });

  it('writes it as the language does', () => {
    expect(formatBytes(4_200_000, createFormatter({ locale: 'fr' }))).toMatch(/^4,2\sMo$/);
  });
});
