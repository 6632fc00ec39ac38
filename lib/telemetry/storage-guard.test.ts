import { expect, it } from 'vitest';
import { isNearlyFull } from './storage-guard';

it('leaves a gigabyte free, of a small disk a twentieth, and takes no more until there is a little more', () => {
  const large = { totalBytes: 100e9 };
  expect(isNearlyFull({ ...large, freeBytes: 1.1e9 }, false)).toBe(false);
  expect(isNearlyFull({ ...large, freeBytes: 0.9e9 }, false)).toBe(true);
  expect(isNearlyFull({ ...large, freeBytes: 1.1e9 }, true)).toBe(true);
  expect(isNearlyFull({ ...large, freeBytes: 1.3e9 }, true)).toBe(false);
  expect(isNearlyFull({ totalBytes: 4e9, freeBytes: 0.3e9 }, false)).toBe(false);
  expect(isNearlyFull({ totalBytes: 4e9, freeBytes: 0.1e9 }, false)).toBe(true);
});
