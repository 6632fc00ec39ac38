import type { KeySituation } from '@/lib/datasource/schema';
import { EXPIRING_SECONDS, type KeyState } from './schema';

export type KeyTimes = {
  expiresAt: Date | null;
  revokedAt: Date | null;
  /** Set when a newer key replaced it. */
  replacedById: string | null;
};

/** What a key is at an instant. A replaced key works until its grace period ends. */
export function keyState(key: KeyTimes, now: Date): KeyState {
  if (key.revokedAt) return 'revoked';
  if (key.expiresAt && key.expiresAt <= now) return 'expired';
  return key.replacedById ? 'grace' : 'active';
}

export const isWorking = (state: KeyState): boolean => state === 'active' || state === 'grace';

const earliest = (dates: (Date | null)[]): Date | null =>
  dates.reduce<Date | null>((first, date) => (date && (!first || date < first) ? date : first), null);

/**
 * The keys of a datasource in one word. A grace period outweighs a plain key because two keys work; a
 * key that ends soon counts only when no other key outlives it.
 */
export function summariseKeys(keys: readonly KeyTimes[], now: Date): KeySituation {
  const at = (state: KeyState) => keys.filter((key) => keyState(key, now) === state);
  const active = at('active');
  const grace = at('grace');
  const working = active.length + grace.length;
  const say = (situation: KeySituation['situation'], until: Date | null = null): KeySituation => ({
    situation,
    working,
    until: until?.toISOString() ?? null,
  });
  if (grace.length > 0) return say('grace', earliest(grace.map((key) => key.expiresAt)));
  if (active.length === 0) {
    const newest = keys.at(-1);
    if (!newest) return say('none');
    return keyState(newest, now) === 'expired' ? say('expired', newest.expiresAt) : say('revoked');
  }
  if (active.some((key) => !key.expiresAt)) return say('active');
  const last = active.reduce<Date>(
    (end, key) => (key.expiresAt && key.expiresAt > end ? key.expiresAt : end),
    now,
  );
  const soon = last.getTime() - now.getTime() < EXPIRING_SECONDS * 1000;
  return soon ? say('expiring', last) : say('active');
}
