import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TokenBucket, TokenBuckets } from './token-bucket';

describe('a token bucket [K6]', () => {
  it('gives its burst, then its rate, and says how long to wait', () => {
    const bucket = new TokenBucket(10, 2, 0);
    expect(Array.from({ length: 20 }, () => bucket.take(10, 0))).toEqual(
      Array.from({ length: 20 }, () => true),
    );
    expect(bucket.take(10, 0)).toBe(false);
    expect(bucket.waitSeconds(10)).toBeCloseTo(0.1);
    expect(bucket.take(10, 50)).toBe(false);
    expect(bucket.waitSeconds(10)).toBeCloseTo(0.05);
    expect(bucket.take(10, 101)).toBe(true);
    expect(bucket.take(10, 102)).toBe(false);
  });

  it('never gives more than its burst and what flowed in, however it is asked', () => {
    const gaps = fc.array(fc.nat(2_000), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(gaps, fc.integer({ min: 1, max: 50 }), (milliseconds, perSecond) => {
        const bucket = new TokenBucket(perSecond, 2, 0);
        let now = 0;
        let given = 0;
        for (const gap of milliseconds) {
          now += gap;
          if (bucket.take(perSecond, now)) given += 1;
        }
        expect(given).toBeLessThanOrEqual(2 * perSecond + (now / 1000) * perSecond);
      }),
    );
  });

  it('tells its limits in the words of the draft, and warns when little is left', () => {
    const bucket = new TokenBucket(10, 2, 0);
    for (let i = 0; i < 16; i++) bucket.take(10, 0);
    expect(bucket.isLow(10)).toBe(false);
    bucket.take(10, 0);
    expect(bucket.isLow(10)).toBe(true);
    expect(bucket.headers('key', 10)).toEqual({
      'ratelimit-policy': '"key";q=20;w=2',
      ratelimit: '"key";r=3;t=2',
    });
    for (let i = 0; i < 3; i++) bucket.take(10, 0);
    expect(bucket.headers('key', 10).ratelimit).toBe('"key";r=0;t=1');
  });
});

describe('buckets by name', () => {
  it('are apart, and of too many the oldest goes', () => {
    const buckets = new TokenBuckets(2);
    const a = buckets.of('a', 1);
    expect(buckets.of('a', 1)).toBe(a);
    expect(buckets.of('b', 1)).not.toBe(a);
    buckets.of('c', 1);
    expect(buckets.known('a')).toBeUndefined();
    expect(buckets.known('b')).toBeDefined();
  });
});
