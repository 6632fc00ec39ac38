import type { Caller } from '@/lib/auth/caller';
import { prisma } from '@/lib/database';
import { findDatasource } from './find-datasource';
import type { UpdateDatasource } from './schema';

/** Renames a datasource, or sets its description or when it counts as stale. */
export async function updateDatasource(caller: Caller, id: string, change: UpdateDatasource): Promise<void> {
  await findDatasource(caller, id, 'datasource:write');
  await prisma().datasource.update({ where: { id, workspaceId: caller.workspaceId }, data: change });
}
