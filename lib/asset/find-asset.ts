import { assertMay, type Caller } from '@/lib/auth/caller';
import type { Permission } from '@/lib/auth/permissions';
import { prisma } from '@/lib/database';
import type { Asset } from '@/lib/generated/prisma/client';
import { problem } from '@/lib/problem';

export const noSuchAsset = () => problem('not_found', { detail: 'There is no such asset.' });

/** The caller's asset; a foreign one is as missing as one that never was. */
export async function findAsset(caller: Caller, id: string, permission: Permission): Promise<Asset> {
  assertMay(caller, permission);
  const asset = await prisma().asset.findFirst({ where: { id, workspaceId: caller.workspaceId } });
  if (!asset) throw noSuchAsset();
  return asset;
}
