import { keysChanged } from '@/lib/api-key/key-cache';
import type { Caller } from '@/lib/auth/caller';
import { prisma } from '@/lib/database';
import { forgetDatasource } from '@/lib/telemetry/datasource-memory';
import { deleteStored } from '@/lib/telemetry/delete-stored';
import { announceDatasource } from '@/lib/telemetry/peers';
import { findDatasource } from './find-datasource';

/**
 * Deletes a datasource with everything it received. Its rows go in one transaction, what is left in memory after the
 * commit: a message in between is kept under a number that nobody has any more.
 */
export async function deleteDatasource(caller: Caller, id: string): Promise<void> {
  await findDatasource(caller, id, 'datasource:delete');
  await prisma().$transaction(
    async (tx) => {
      await deleteStored(tx, [id]);
      await tx.datasource.delete({ where: { id, workspaceId: caller.workspaceId } });
    },
    { timeout: 600_000 },
  );
  keysChanged(id);
  forgetDatasource(id);
  announceDatasource(id);
}
