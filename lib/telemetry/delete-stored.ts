import type { Prisma } from '@/lib/generated/prisma/client';

/**
 * Deletes all that datasources sent, in the transaction that deletes them, before it does: which metrics are theirs
 * can't be asked afterwards. Whoever packs their messages at the moment is waited for, and finds nothing later.
 */
export async function deleteStored(
  tx: Prisma.TransactionClient,
  datasourceIds: readonly string[],
): Promise<void> {
  const ids = [...datasourceIds];
  const locked = await tx.$queryRaw<{ number: number }[]>`
    select number from datasource where id = any(${ids}::text[]) order by id for update`;
  const numbers = locked.map(({ number }) => number);
  await tx.$executeRaw`
    delete from chunk using metric m where m.id = chunk.metric_id and m.datasource_id = any(${ids}::text[])`;
  await tx.$executeRaw`
    delete from hour_summary using metric m
     where m.id = hour_summary.metric_id and m.datasource_id = any(${ids}::text[])`;
  await tx.$executeRaw`delete from message where datasource = any(${numbers}::int[])`;
  await tx.$executeRaw`delete from sealing_message where datasource = any(${numbers}::int[])`;
}
