import { afterEach, expect, it, vi } from 'vitest';
import { resetEnv } from '@/lib/env';
import { senderAddress } from './sender-address';

afterEach(() => {
  vi.unstubAllEnvs();
  resetEnv();
});

it("is the socket's, whatever the sender claims", () => {
  expect(senderAddress('192.0.2.1', '203.0.113.7')).toBe('192.0.2.1');
  expect(senderAddress('::ffff:192.0.2.1', undefined)).toBe('192.0.2.1');
});

it('is what the proxy next to us saw, when there is one', () => {
  vi.stubEnv('TRUST_PROXY', 'true');
  resetEnv();
  expect(senderAddress('10.0.0.2', 'made-up, 203.0.113.7')).toBe('203.0.113.7');
  expect(senderAddress('10.0.0.2', undefined)).toBe('10.0.0.2');
});

it('in a route handler is the last that was forwarded, or unknown', () => {
  expect(senderAddress(undefined, '203.0.113.7, 192.0.2.1')).toBe('192.0.2.1');
  expect(senderAddress(undefined, undefined)).toBeUndefined();
});
