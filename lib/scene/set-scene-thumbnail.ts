import type { Caller } from '@/lib/auth/caller';
import { replaceThumbnail } from '@/lib/storage/replace-thumbnail';
import { findScene } from './find-scene';

/** A card shows it at 16:9; nearly twice its width on a wide page. */
export const SCENE_THUMBNAIL = { width: 768, height: 432 };

/** Sets the picture that stands for a scene in lists: PNG or WebP, rendered by the browser. */
export async function setSceneThumbnail(
  caller: Caller,
  id: string,
  picture: AsyncIterable<Uint8Array>,
): Promise<{ thumbnailUrl: string }> {
  await findScene(caller, id, 'scene:write');
  return replaceThumbnail(picture, {
    table: 'scene',
    id,
    workspaceId: caller.workspaceId,
    size: SCENE_THUMBNAIL,
  });
}
