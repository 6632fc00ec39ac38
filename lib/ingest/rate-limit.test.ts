import { describe, expect, it } from 'vitest';
import { takeToken } from './rate-limit';

const RATE = { perSecond: 10, burst: 20 };

describe('a token bucket [K6]', () => {
  it('gives its burst, then its rate, and says how long to wait', () => {
    const buckets = new Map();
    const take = (now: number) => takeToken(buckets, 'key', RATE, now);
    expect(Array.from({ length: 20 }, () => take(0))).toEqual(Array.from({ length: 20 }, () => 0));
    expect(take(0)).toBeCloseTo(0.1);
    expect(take(50)).toBeCloseTo(0.05);
    expect(take(101)).toBe(0);
    expect(take(102)).toBeGreaterThan(0);
    // A quiet time fills it up to its burst, not beyond.
    expect(Array.from({ length: 21 }, () => take(60_000)).filter((wait) => wait > 0)).toHaveLength(1);
  });

  it('of one key is not that of another', () => {
    const buckets = new Map();
    for (let i = 0; i < 20; i++) takeToken(buckets, 'a', RATE, 0);
    expect(takeToken(buckets, 'a', RATE, 0)).toBeGreaterThan(0);
    expect(takeToken(buckets, 'b', RATE, 0)).toBe(0);
  });
});
