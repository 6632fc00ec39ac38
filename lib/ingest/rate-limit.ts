import { env } from '@/lib/env';
import { problem } from '@/lib/problem';
import { sharedOnce } from '@/lib/shared-state';

/** A token bucket: `perSecond` tokens a second flow in, up to `burst`. */
type Bucket = { tokens: number; at: number };

const BUCKETS_MAX = 20_000;
/** Looks-ups of unknown keys that one address may cause: a wrong key costs us a query, so they are rationed. */
const WRONG_KEYS = { perSecond: 5, burst: 50 };

/** Takes a token; answers 0, or how many seconds until there is one. */
export function takeToken(
  buckets: Map<string, Bucket>,
  name: string,
  { perSecond, burst }: { perSecond: number; burst: number },
  now = performance.now(),
): number {
  const bucket = buckets.get(name);
  if (!bucket) {
    if (buckets.size >= BUCKETS_MAX) buckets.delete(buckets.keys().next().value ?? '');
    buckets.set(name, { tokens: burst - 1, at: now });
    return 0;
  }
  bucket.tokens = Math.min(burst, bucket.tokens + ((now - bucket.at) / 1000) * perSecond);
  bucket.at = now;
  if (bucket.tokens < 1) return (1 - bucket.tokens) / perSecond;
  bucket.tokens -= 1;
  return 0;
}

const keyBuckets = sharedOnce('rate-key', () => new Map<string, Bucket>());
const wrongKeyBuckets = sharedOnce('rate-wrong-key', () => new Map<string, Bucket>());

/** Throws `too_many_requests` when a key sends faster than INGEST_REQUESTS_PER_SECOND, two seconds' worth at once. */
export function limitKey(keyId: string): void {
  const perSecond = env().INGEST_REQUESTS_PER_SECOND;
  const waitSeconds = takeToken(keyBuckets(), keyId, { perSecond, burst: 2 * perSecond });
  if (waitSeconds === 0) return;
  throw problem('too_many_requests', {
    detail: `This key may send ${perSecond} requests a second. Put several messages into one request.`,
    retryAfterSeconds: Math.ceil(waitSeconds),
  });
}

/** Has the address tried too many keys that do not exist? Throws before another one is looked up. */
export function limitLookups(address: string): void {
  const bucket = wrongKeyBuckets().get(address);
  if (!bucket) return;
  const refilled = bucket.tokens + ((performance.now() - bucket.at) / 1000) * WRONG_KEYS.perSecond;
  if (refilled >= 1) return;
  throw problem('too_many_requests', {
    detail: 'Too many unknown API keys came from this address.',
    retryAfterSeconds: Math.ceil((1 - refilled) / WRONG_KEYS.perSecond),
  });
}

/** Counts a key that does not exist against the address that sent it. */
export const countWrongKey = (address: string): void => {
  takeToken(wrongKeyBuckets(), address, WRONG_KEYS);
};
