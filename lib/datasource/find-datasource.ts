import { assertMay, type Caller } from '@/lib/auth/caller';
import type { Permission } from '@/lib/auth/permissions';
import { prisma } from '@/lib/database';
import type { Datasource } from '@/lib/generated/prisma/client';
import { problem } from '@/lib/problem';

/** The caller's datasource; a foreign one is as missing as one that never was. */
export async function findDatasource(
  caller: Caller,
  id: string,
  permission: Permission,
): Promise<Datasource> {
  assertMay(caller, permission);
  const datasource = await prisma().datasource.findFirst({
    where: { id, workspaceId: caller.workspaceId },
  });
  if (!datasource) throw problem('not_found', { detail: 'There is no such datasource.' });
  return datasource;
}
