import { throttleAddress } from '@/lib/auth/client-address';
import { env } from '@/lib/env';
import { problem } from '@/lib/problem';
import { sharedOnce } from '@/lib/shared-state';
import { type TokenBucket, TokenBuckets } from '@/lib/token-bucket';

const BUCKETS_MAX = 50_000;

/** What each key has left of its requests a second: to send, and to read. */
export const sendingBuckets = sharedOnce('rate-key', () => new TokenBuckets(BUCKETS_MAX));
export const readingBuckets = sharedOnce('rate-key-read', () => new TokenBuckets(BUCKETS_MAX));
const addressBuckets = sharedOnce('rate-address', () => new TokenBuckets(BUCKETS_MAX));

/**
 * Refuses an address that asks too often, before anything is done for it. Without an address there is no limit.
 * @param now of `performance.now()`: asked once per request
 */
export function limitAddress(address: string | undefined, now: number): void {
  if (address === undefined) return;
  const perSecond = env().ADDRESS_REQUESTS_PER_SECOND;
  const bucket = addressBuckets().of(throttleAddress(address), perSecond);
  if (bucket.take(perSecond, now)) return;
  refuse(bucket, 'address', perSecond, `This address may make ${perSecond} requests a second.`);
}

/** Throws `too_many_requests` when a key sends faster than INGEST_REQUESTS_PER_SECOND, two seconds' worth at once. */
export function limitSending(bucket: TokenBucket, now: number): void {
  const perSecond = env().INGEST_REQUESTS_PER_SECOND;
  if (bucket.take(perSecond, now)) return;
  const detail = `This key may send ${perSecond} requests a second. Put several messages into one request.`;
  refuse(bucket, 'key', perSecond, detail);
}

/** The same for requests that read. */
export function limitReading(bucket: TokenBucket): void {
  const perSecond = env().READ_REQUESTS_PER_SECOND;
  if (bucket.take(perSecond)) return;
  refuse(bucket, 'key', perSecond, `This key may read ${perSecond} times a second.`);
}

/** Headers for the answer to a sender that has little left; undefined, and next to free, for all others. */
export function lowLimitHeaders(bucket: TokenBucket): Record<string, string> | undefined {
  const perSecond = env().INGEST_REQUESTS_PER_SECOND;
  return bucket.isLow(perSecond) ? bucket.headers('key', perSecond) : undefined;
}

function refuse(bucket: TokenBucket, policy: string, perSecond: number, detail: string): never {
  throw problem('too_many_requests', {
    detail,
    retryAfterSeconds: Math.max(1, Math.ceil(bucket.waitSeconds(perSecond))),
    headers: bucket.headers(policy, perSecond),
  });
}
