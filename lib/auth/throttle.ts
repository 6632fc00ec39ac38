import { createHash } from 'node:crypto';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { problem } from '@/lib/problem';
import { shared } from '@/lib/shared-state';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/**
 * Wrong passwords, counted three ways: one address trying one account; one account from everywhere (more, or
 * anyone could lock its owner out); one address whatever the account. Counted in this process only: with
 * several processes an attacker gets that many times as many tries.
 */
const limiters = () =>
  shared('password-throttle', () => ({
    pair: new RateLimiterMemory({ keyPrefix: 'pair', points: 5, duration: 15 * MINUTE }),
    account: new RateLimiterMemory({ keyPrefix: 'account', points: 50, duration: HOUR }),
    address: new RateLimiterMemory({ keyPrefix: 'address', points: 40, duration: 15 * MINUTE }),
    signUp: new RateLimiterMemory({ keyPrefix: 'sign-up', points: 10, duration: HOUR }),
  }));

/** Not by its class: Next's bundles have it once each, and share the limiters. */
const isRefusal = (thrown: unknown): thrown is RateLimiterRes =>
  typeof thrown === 'object' && thrown !== null && 'msBeforeNext' in thrown;

async function consume(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (refusal) {
    if (!isRefusal(refusal)) throw refusal;
    throw problem('too_many_requests', {
      detail: 'Too many wrong passwords.',
      retryAfterSeconds: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)),
    });
  }
}

const digest = (text: string) => createHash('sha256').update(text).digest('base64url');

/**
 * Runs one check of a password. Each try counts before it is checked, so that many at once are no way around;
 * a right password gives the try back. An account that does not exist is counted like one that does.
 * @throws Problem `too_many_requests`, with the time to wait
 */
export async function throttlePasswordCheck<T>(
  who: { account: string; address: string },
  check: () => Promise<T | null>,
): Promise<T | null> {
  const { pair, account, address } = limiters();
  const accountKey = digest(who.account);
  const pairKey = `${accountKey} ${who.address}`;
  await consume(address, who.address);
  await consume(pair, pairKey);
  await consume(account, accountKey);
  const right = await check();
  if (right !== null) {
    await Promise.all([pair.delete(pairKey), account.reward(accountKey), address.reward(who.address)]);
  }
  return right;
}

/** @throws Problem `too_many_requests` when this address made many accounts lately */
export const throttleSignUp = (address: string): Promise<void> => consume(limiters().signUp, address);
