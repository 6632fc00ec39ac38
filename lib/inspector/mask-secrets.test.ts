import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newApiKey } from '@/lib/api-key/key-text';
import { maskBytes, maskHeader, maskTarget, maskText } from './mask-secrets';

const KEY = newApiKey().key;
const START = `${KEY.slice(0, 8)}•••`;

describe('headers', () => {
  it.each([
    ['authorization', `Bearer ${KEY}`, `Bearer ${START}`],
    ['authorization', KEY, START],
    ['authorization', 'Basic dXNlcjpwYXNz', 'Basic •••'],
    ['authorization', `Token ${KEY}`, `Token ${START}`],
    ['authorization', 'something of a proxy', '•••'],
    ['x-api-key', KEY, START],
    ['cookie', 'session=abc; theme=dark', '•••'],
    ['x-my-secret', 'abc', '•••'],
    ['x-forwarded-for', '192.0.2.1', '192.0.2.1'],
    ['x-note', `sent with ${KEY} today`, `sent with ${START} today`],
  ])('%s: %s', (name, value, masked) => {
    expect(maskHeader(name, value)).toBe(masked);
  });
});

describe('addresses', () => {
  it.each([
    ['/write?db=a&u=root&p=secret&precision=s', '/write?db=a&u=•••&p=•••&precision=s'],
    ['/api/ingest?access_token=abc&a=1', '/api/ingest?access_token=•••&a=1'],
    [`/api/v1/${KEY}/telemetry`, `/api/v1/${START}/telemetry`],
    [`/api/ingest?x=${KEY}`, `/api/ingest?x=${START}`],
    ['/api/ingest?p%61ssword=x&%zz', '/api/ingest?p%61ssword=•••&%zz'],
    ['/api/ingest', '/api/ingest'],
  ])('%s', (target, masked) => {
    expect(maskTarget(target)).toBe(masked);
  });
});

it('no whole key of ours is left, wherever it stands', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (before, after) => {
      const text = `${before} ${KEY} ${after}`;
      expect(maskText(text)).not.toContain(KEY);
      expect(maskTarget(text)).not.toContain(KEY);
      expect(maskHeader('x-any', text)).not.toContain(KEY);
      expect(maskBytes(Buffer.from(text)).includes(KEY)).toBe(false);
    }),
  );
});

it('bytes without a key stay as they are', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      fc.pre(!Buffer.from(bytes).includes('twk_'));
      expect(maskBytes(Buffer.from(bytes))).toEqual(Buffer.from(bytes));
    }),
  );
});
