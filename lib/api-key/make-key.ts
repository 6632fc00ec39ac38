import type { Caller } from '@/lib/auth/caller';
import { newId } from '@/lib/ids';
import { newApiKey } from './key-text';
import type { NewApiKey } from './schema';

type KeyRow = {
  workspaceId: string;
  id: string;
  hash: Uint8Array<ArrayBuffer>;
  start: string;
  name: string;
  createdById: string;
  expiresAt: Date | null;
};

/** A fresh key: what the table keeps of it, and what is shown this once. */
export function makeKey(
  caller: Caller,
  given: { name?: string; expiresAt?: Date | null } = {},
): { row: KeyRow; shown: NewApiKey } {
  const { key, hash, start } = newApiKey();
  const id = newId('apiKey');
  const row = {
    workspaceId: caller.workspaceId,
    id,
    hash: Uint8Array.from(hash),
    start,
    name: given.name ?? '',
    createdById: caller.userId,
    expiresAt: given.expiresAt ?? null,
  };
  return { row, shown: { id, key, start } };
}
