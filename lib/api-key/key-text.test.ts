import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashApiKey, looksLikeApiKey, newApiKey } from './key-text';

describe('an API key [K2]', () => {
  it('has our prefix, 190 bits of chance and a checksum', () => {
    const { key, start, hash } = newApiKey();
    expect(key).toMatch(/^twk_[0-9A-Za-z]{38}$/);
    expect(key.startsWith(start)).toBe(true);
    expect(start).toHaveLength(8);
    expect(hash).toEqual(createHash('sha256').update(key).digest());
    expect(hashApiKey(key)).toEqual(hash);
    expect(looksLikeApiKey(key)).toBe(true);
  });

  it('is never made twice, and uses all characters', () => {
    const keys = Array.from({ length: 500 }, () => newApiKey().key);
    expect(new Set(keys).size).toBe(500);
    expect(new Set(keys.join('').replaceAll('twk_', '')).size).toBe(62);
  });

  it('shows a typing error in any of its characters', () => {
    const { key } = newApiKey();
    const position = fc.integer({ min: 0, max: key.length - 1 });
    const character = fc.constantFrom(...'0123456789abcxyzABCXYZ_- ');
    fc.assert(
      fc.property(position, character, (at, other) => {
        fc.pre(key[at] !== other);
        expect(looksLikeApiKey(key.slice(0, at) + other + key.slice(at + 1))).toBe(false);
      }),
    );
  });

  it.each(['', 'twk_', 'x'.repeat(42), `${newApiKey().key} `, newApiKey().key.slice(1)])(
    '%j is none',
    (text) => {
      expect(looksLikeApiKey(text)).toBe(false);
    },
  );
});
