import { keysChanged } from '@/lib/api-key/key-cache';
import { prisma } from '@/lib/database';
import { forgetSqlAccess } from '@/lib/sql-access/change-sql-access';
import { forgetDatasource } from '@/lib/telemetry/datasource-memory';
import { deleteStored } from '@/lib/telemetry/delete-stored';
import { announceDatasource } from '@/lib/telemetry/peers';
import { findSolelyOwned } from './account-loss';
import type { Caller } from './caller';
import { confirmPassword } from './confirm-password';

/**
 * Deletes the caller's own account and the workspaces that nobody else owns, with everything in them. All
 * sessions of the account end with it, and keys of the datasources are refused at once.
 * @throws Problem `invalid_request` (field `password`), `too_many_requests`
 */
export async function deleteAccount(
  caller: Caller,
  given: { password: string },
  address: string,
): Promise<void> {
  await confirmPassword(caller, given.password, { address, field: 'password' });
  const owned = (await findSolelyOwned(caller)).map((workspace) => workspace.id);
  const gone = await prisma().$transaction(
    async (tx) => {
      const datasources = await tx.datasource.findMany({
        where: { workspaceId: { in: owned } },
        select: { id: true },
      });
      await deleteStored(
        tx,
        datasources.map(({ id }) => id),
      );
      await tx.workspace.deleteMany({ where: { id: { in: owned } } });
      await tx.user.delete({ where: { id: caller.userId } });
      return datasources;
    },
    { timeout: 600_000 },
  );
  for (const id of owned) keysChanged(id);
  await forgetSqlAccess(owned);
  for (const { id } of gone) {
    forgetDatasource(id);
    announceDatasource(id);
  }
}
