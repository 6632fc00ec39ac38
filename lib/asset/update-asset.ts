import type { Caller } from '@/lib/auth/caller';
import { prisma } from '@/lib/database';
import type { AssetDetail, UpdateAsset } from './api-schema';
import { findAsset } from './find-asset';
import { getAsset } from './get-asset';

/** Renames an asset, or describes it. */
export async function updateAsset(caller: Caller, id: string, change: UpdateAsset): Promise<AssetDetail> {
  await findAsset(caller, id, 'asset:write');
  await prisma().asset.updateMany({ where: { id, workspaceId: caller.workspaceId }, data: change });
  return getAsset(caller, id);
}
