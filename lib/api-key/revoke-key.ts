import type { Caller } from '@/lib/auth/caller';
import { changeKey, type KeyPlace } from './change-key';

/** Ends a key at once: its senders get 401 from now on. */
export function revokeKey(caller: Caller, place: KeyPlace, keyId: string): Promise<void> {
  return changeKey(caller, { place, keyId, action: 'key.revoke' }, async (client, key, now) => {
    await client.query('update api_key set revoked_at = $2 where id = $1', [key.id, now]);
    return { result: undefined };
  });
}
