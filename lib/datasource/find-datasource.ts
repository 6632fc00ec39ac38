import { assertMay, type Reader, reaches } from '@/lib/auth/caller';
import type { Permission } from '@/lib/auth/permissions';
import { prisma } from '@/lib/database';
import type { Datasource } from '@/lib/generated/prisma/client';
import { problem } from '@/lib/problem';

/** The reader's datasource; a foreign one, and one that its key does not reach, is as missing as one that never was. */
export async function findDatasource(
  reader: Reader,
  id: string,
  permission: Permission,
): Promise<Datasource> {
  assertMay(reader, permission);
  const datasource = reaches(reader, id)
    ? await prisma().datasource.findFirst({ where: { id, workspaceId: reader.workspaceId } })
    : null;
  if (!datasource) throw problem('not_found', { detail: 'There is no such datasource.' });
  return datasource;
}
