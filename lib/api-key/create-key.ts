import { assertMay, type Caller } from '@/lib/auth/caller';
import { prisma } from '@/lib/database';
import { problem } from '@/lib/problem';
import { keysChanged } from './key-cache';
import { makeKey } from './make-key';
import { type CreateKey, type NewApiKey, WORKING_KEYS_MAX } from './schema';

/** Adds a key beside those that work: one for each sender, so that one can be revoked without the others. */
export async function createKey(caller: Caller, datasourceId: string, given: CreateKey): Promise<NewApiKey> {
  assertMay(caller, 'key:write');
  const made = await prisma().$transaction(async (tx) => {
    // The row is held, so that two creations at once can't pass the limit together.
    const [datasource] = await tx.$queryRaw<{ id: string }[]>`
      select id from datasource
       where id = ${datasourceId} and workspace_id = ${caller.workspaceId} for update`;
    if (!datasource) throw problem('not_found', { detail: 'There is no such datasource.' });
    const now = new Date();
    const working = await tx.apiKey.count({
      where: { datasourceId, revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] },
    });
    if (working >= WORKING_KEYS_MAX)
      throw problem('conflict', {
        detail: `A datasource may have ${WORKING_KEYS_MAX} working keys. Revoke one first.`,
      });
    const expiresAt =
      given.expiresInDays === null ? null : new Date(now.getTime() + given.expiresInDays * 86_400_000);
    const key = makeKey(caller, { name: given.name, expiresAt });
    await tx.apiKey.create({ data: { ...key.row, datasourceId } });
    return key.shown;
  });
  keysChanged(datasourceId);
  return made;
}
