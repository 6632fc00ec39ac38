import type { Caller } from '@/lib/auth/caller';
import { problem } from '@/lib/problem';
import { changeKey, type KeyPlace, type LockedKey } from './change-key';
import { insertKey, type KeyReach, makeKey } from './make-key';
import type { RegeneratedKey } from './schema';

/**
 * Replaces a key by a new one that reaches and may do the same; both work until the grace period ends. The new key
 * lives as long as the old one was given, so that a key with an expiry does not lose it by being replaced.
 */
export function regenerateKey(
  caller: Caller,
  place: KeyPlace,
  keyId: string,
  graceSeconds: number,
): Promise<RegeneratedKey> {
  return changeKey(caller, { place, keyId, action: 'key.regenerate' }, async (client, old, now) => {
    if (old.replacedById)
      throw problem('conflict', {
        detail: `The key ${old.start}… was replaced already. Regenerate the newer one.`,
      });
    const lifetimeMs = old.expiresAt ? old.expiresAt.getTime() - old.createdAt.getTime() : null;
    const { row, shown } = makeKey(caller, {
      name: old.name,
      expiresAt: lifetimeMs === null ? null : new Date(now.getTime() + lifetimeMs),
      permissions: old.permissions,
      allowedAddresses: old.allowedAddresses,
    });
    await insertKey(client, row, reachOf(old));
    const graceEnd = new Date(now.getTime() + graceSeconds * 1000);
    const until = old.expiresAt && old.expiresAt < graceEnd ? old.expiresAt : graceEnd;
    const ended = graceSeconds === 0;
    await client.query(
      'update api_key set replaced_by_id = $2, revoked_at = $3, expires_at = $4 where id = $1',
      [old.id, row.id, ended ? now : null, ended ? old.expiresAt : until],
    );
    const oldKeyUntil = ended ? null : until.toISOString();
    return {
      result: { ...shown, oldKeyUntil },
      detail: { newKeyId: row.id, newStart: row.start, oldKeyUntil },
    };
  });
}

const reachOf = ({ datasourceId, datasourceIds }: LockedKey): KeyReach =>
  datasourceId === null ? datasourceIds && { datasourceIds } : { datasourceId };
