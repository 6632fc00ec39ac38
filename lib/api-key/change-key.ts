import { assertMay, type Caller } from '@/lib/auth/caller';
import { prisma } from '@/lib/database';
import type { Prisma } from '@/lib/generated/prisma/client';
import { problem } from '@/lib/problem';
import { keysChanged } from './key-cache';
import { isWorking, keyState } from './key-state';

export type LockedKey = {
  id: string;
  start: string;
  name: string;
  createdAt: Date;
  expiresAt: Date | null;
  revokedAt: Date | null;
  replacedById: string | null;
};

/**
 * Runs a change of one working key in a transaction that holds its row, so that of two changes at once the
 * second sees what the first did. The doors forget the key after the commit, never before.
 */
export async function changeKey<T>(
  caller: Caller,
  datasourceId: string,
  keyId: string,
  change: (tx: Prisma.TransactionClient, key: LockedKey, now: Date) => Promise<T>,
): Promise<T> {
  assertMay(caller, 'key:write');
  const result = await prisma().$transaction(async (tx) => {
    const [key] = await tx.$queryRaw<LockedKey[]>`
      select k.id, k.start, k.name, k.created_at as "createdAt", k.expires_at as "expiresAt",
             k.revoked_at as "revokedAt", k.replaced_by_id as "replacedById"
        from api_key k
        join datasource d on d.id = k.datasource_id
       where k.id = ${keyId} and d.id = ${datasourceId} and d.workspace_id = ${caller.workspaceId}
         for update of k`;
    if (!key) throw problem('not_found', { detail: 'There is no such key.' });
    const now = new Date();
    const state = keyState(key, now);
    if (!isWorking(state))
      throw problem('conflict', { detail: `The key ${key.start}… is ${state} already.` });
    return change(tx, key, now);
  });
  keysChanged(datasourceId);
  return result;
}
