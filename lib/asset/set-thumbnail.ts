import type { Caller } from '@/lib/auth/caller';
import { fileUrl } from '@/lib/storage/file-url';
import { replaceThumbnail } from '@/lib/storage/replace-thumbnail';
import { findAsset } from './find-asset';

/** A card shows it at 4:3; twice the size of the widest card. */
export const ASSET_THUMBNAIL = { width: 512, height: 384 };

/** Sets the picture that stands for an asset in lists: PNG or WebP, rendered by the browser. */
export async function setAssetThumbnail(
  caller: Caller,
  id: string,
  picture: AsyncIterable<Uint8Array>,
): Promise<{ thumbnailUrl: string }> {
  await findAsset(caller, id, 'asset:write');
  const hash = await replaceThumbnail(picture, {
    workspaceId: caller.workspaceId,
    size: ASSET_THUMBNAIL,
    swap: async (tx, thumbnailHash) => {
      const [old] = await tx.$queryRaw<{ before: string | null }[]>`
        select thumbnail_hash as before from asset
         where id = ${id} and workspace_id = ${caller.workspaceId} for update`;
      if (!old) return undefined;
      // Not through Prisma's update: a picture is no change of the asset, and lists sort by its last change.
      await tx.$executeRaw`update asset set thumbnail_hash = ${thumbnailHash} where id = ${id}`;
      return old;
    },
  });
  return { thumbnailUrl: fileUrl(hash) };
}
