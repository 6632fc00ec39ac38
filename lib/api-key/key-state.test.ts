import { describe, expect, it } from 'vitest';
import { type KeyTimes, keyState, summariseKeys } from './key-state';

const now = new Date('2026-11-24T12:00:00Z');
const inHours = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
const key = (given: Partial<KeyTimes> = {}): KeyTimes => ({
  expiresAt: null,
  revokedAt: null,
  replacedById: null,
  ...given,
});

describe('keyState', () => {
  it.each([
    ['active', key()],
    ['active', key({ expiresAt: inHours(1) })],
    ['expired', key({ expiresAt: now })],
    ['grace', key({ replacedById: 'key_2', expiresAt: inHours(1) })],
    ['expired', key({ replacedById: 'key_2', expiresAt: inHours(-1) })],
    ['revoked', key({ revokedAt: inHours(-1), expiresAt: inHours(1) })],
  ] as const)('is %s', (state, given) => {
    expect(keyState(given, now)).toBe(state);
  });
});

describe('summariseKeys', () => {
  it('says that none was ever made', () => {
    expect(summariseKeys([], now)).toEqual({ situation: 'none', working: 0, until: null });
  });

  it('tells of two working keys while a grace period runs', () => {
    const keys = [key({ replacedById: 'key_2', expiresAt: inHours(3) }), key()];
    expect(summariseKeys(keys, now)).toEqual({
      situation: 'grace',
      working: 2,
      until: inHours(3).toISOString(),
    });
  });

  it('warns when the last working key ends soon, not when another outlives it', () => {
    const ending = key({ expiresAt: inHours(6 * 24) });
    expect(summariseKeys([ending], now)).toMatchObject({ situation: 'expiring', working: 1 });
    expect(summariseKeys([ending, key({ expiresAt: inHours(90 * 24) })], now).situation).toBe('active');
    expect(summariseKeys([ending, key()], now).situation).toBe('active');
  });

  it('tells why no key works, by the newest', () => {
    const revoked = key({ revokedAt: inHours(-2) });
    const expired = key({ expiresAt: inHours(-2) });
    expect(summariseKeys([expired, revoked], now)).toMatchObject({ situation: 'revoked', working: 0 });
    expect(summariseKeys([revoked, expired], now)).toMatchObject({ situation: 'expired', working: 0 });
  });
});
