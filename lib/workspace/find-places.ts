import { assertMay, type Caller } from '@/lib/auth/caller';
import { prisma } from '@/lib/database';
import type { Places } from './place-schema';

const EACH_MAX = 8;

/** Datasources, assets and scenes of the workspace whose name holds `query`, the newest first. */
export async function findPlaces(caller: Caller, query: string): Promise<Places> {
  assertMay(caller, 'workspace:read');
  // Prisma hands the text to LIKE as it is, where % and _ stand for anything.
  const named = { contains: query.trim().replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' as const };
  const where = { workspaceId: caller.workspaceId, ...(query.trim() ? { name: named } : {}) };
  const select = { id: true, name: true };
  const [datasources, assets, scenes] = await Promise.all([
    prisma().datasource.findMany({ where, select, orderBy: { createdAt: 'desc' }, take: EACH_MAX }),
    prisma().asset.findMany({ where, select, orderBy: { updatedAt: 'desc' }, take: EACH_MAX }),
    prisma().scene.findMany({ where, select, orderBy: { updatedAt: 'desc' }, take: EACH_MAX }),
  ]);
  return { datasources, assets, scenes };
}
