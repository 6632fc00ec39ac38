import type { Caller } from '@/lib/auth/caller';
import { problem } from '@/lib/problem';
import { changeKey } from './change-key';
import { GRACE_SECONDS_MAX } from './schema';

/** Lets a replaced key work longer; the whole grace period stays bounded. */
export function extendGrace(
  caller: Caller,
  datasourceId: string,
  keyId: string,
  seconds: number,
): Promise<{ until: string }> {
  return changeKey(caller, datasourceId, keyId, async (tx, key, now) => {
    if (!key.replacedById || !key.expiresAt)
      throw problem('conflict', {
        detail: `The key ${key.start}… has no grace period: it was not replaced.`,
      });
    const latest = now.getTime() + GRACE_SECONDS_MAX * 1000;
    const until = new Date(Math.min(key.expiresAt.getTime() + seconds * 1000, latest));
    await tx.apiKey.update({ where: { id: key.id }, data: { expiresAt: until } });
    return { until: until.toISOString() };
  });
}
