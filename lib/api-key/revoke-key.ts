import type { Caller } from '@/lib/auth/caller';
import { changeKey } from './change-key';

/** Ends a key at once: its senders get 401 from now on. */
export function revokeKey(caller: Caller, datasourceId: string, keyId: string): Promise<void> {
  return changeKey(caller, datasourceId, keyId, async (tx, key, now) => {
    await tx.apiKey.update({ where: { id: key.id }, data: { revokedAt: now } });
  });
}
