import type { Caller } from '@/lib/auth/caller';
import { problem } from '@/lib/problem';
import { changeKey, type KeyPlace } from './change-key';
import { GRACE_SECONDS_MAX } from './schema';

/** Lets a replaced key work longer; the whole grace period stays bounded. */
export function extendGrace(
  caller: Caller,
  place: KeyPlace,
  keyId: string,
  seconds: number,
): Promise<{ until: string }> {
  return changeKey(caller, { place, keyId, action: 'key.extend' }, async (client, key, now) => {
    if (!key.replacedById || !key.expiresAt)
      throw problem('conflict', {
        detail: `The key ${key.start}… has no grace period: it was not replaced.`,
      });
    const latest = now.getTime() + GRACE_SECONDS_MAX * 1000;
    const end = new Date(Math.min(key.expiresAt.getTime() + seconds * 1000, latest));
    await client.query('update api_key set expires_at = $2 where id = $1', [key.id, end]);
    const until = end.toISOString();
    return { result: { until }, detail: { until } };
  });
}
