import type { Caller } from '@/lib/auth/caller';
import { problem } from '@/lib/problem';
import { changeKey } from './change-key';
import { makeKey } from './make-key';
import type { RegeneratedKey } from './schema';

/**
 * Replaces a key by a new one; both work until the grace period ends. The new key lives as long as the old
 * one was given, so that a key with an expiry does not lose it by being replaced.
 */
export function regenerateKey(
  caller: Caller,
  datasourceId: string,
  keyId: string,
  graceSeconds: number,
): Promise<RegeneratedKey> {
  return changeKey(caller, datasourceId, keyId, async (tx, old, now) => {
    if (old.replacedById)
      throw problem('conflict', {
        detail: `The key ${old.start}… was replaced already. Regenerate the newer one.`,
      });
    const lifetimeMs = old.expiresAt ? old.expiresAt.getTime() - old.createdAt.getTime() : null;
    const made = makeKey(caller, {
      name: old.name,
      expiresAt: lifetimeMs === null ? null : new Date(now.getTime() + lifetimeMs),
    });
    await tx.apiKey.create({ data: { ...made.row, datasourceId } });
    const graceEnd = new Date(now.getTime() + graceSeconds * 1000);
    const until = old.expiresAt && old.expiresAt < graceEnd ? old.expiresAt : graceEnd;
    const ended = graceSeconds === 0;
    await tx.apiKey.update({
      where: { id: old.id },
      data: { replacedById: made.row.id, ...(ended ? { revokedAt: now } : { expiresAt: until }) },
    });
    return { ...made.shown, oldKeyUntil: ended ? null : until.toISOString() };
  });
}
