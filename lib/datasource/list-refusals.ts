import { z } from 'zod';
import type { Caller } from '@/lib/auth/caller';
import { prisma } from '@/lib/database';
import { findDatasource } from './find-datasource';
import type { RefusedRequest } from './refusal-schema';

const errorsSchema = z.array(z.object({ pointer: z.string(), detail: z.string() })).catch([]);

/** The last refused requests of a datasource, newest first. */
export async function listRefusals(caller: Caller, datasourceId: string): Promise<RefusedRequest[]> {
  await findDatasource(caller, datasourceId, 'datasource:read');
  const refusals = await prisma().refusal.findMany({
    where: { datasourceId },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: 50,
  });
  return refusals.map((refusal) => ({
    id: String(refusal.id),
    at: refusal.at.toISOString(),
    status: refusal.status,
    code: refusal.code,
    detail: refusal.detail,
    errors: errorsSchema.parse(refusal.errors ?? []),
    address: refusal.address,
    bodyStart: refusal.bodyStart,
  }));
}
