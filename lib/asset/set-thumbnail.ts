import type { Caller } from '@/lib/auth/caller';
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
  return replaceThumbnail(picture, {
    table: 'asset',
    id,
    workspaceId: caller.workspaceId,
    size: ASSET_THUMBNAIL,
  });
}
