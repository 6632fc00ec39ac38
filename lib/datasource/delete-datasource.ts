import type { Caller } from '@/lib/auth/caller';
import { prisma } from '@/lib/database';
import { forgetKeys } from '@/lib/ingest/key-cache';
import { forgetDatasource } from '@/lib/telemetry/datasource-memory';
import { findDatasource } from './find-datasource';

/**
 * Deletes a datasource with everything it received. Its rows go in one transaction; what is left in memory goes
 * after the commit, so that a request in between is refused by the database.
 */
export async function deleteDatasource(caller: Caller, id: string): Promise<void> {
  const { number } = await findDatasource(caller, id, 'datasource:delete');
  await prisma().$transaction(
    async (tx) => {
      await tx.datasource.delete({ where: { id, workspaceId: caller.workspaceId } });
      await tx.$executeRaw`delete from message where datasource = ${number}`;
    },
    { timeout: 600_000 },
  );
  forgetKeys(id);
  forgetDatasource(id);
}
