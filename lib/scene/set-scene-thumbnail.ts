import type { Caller } from '@/lib/auth/caller';
import { fileUrl } from '@/lib/storage/file-url';
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
  const hash = await replaceThumbnail(picture, {
    workspaceId: caller.workspaceId,
    size: SCENE_THUMBNAIL,
    swap: async (tx, thumbnailHash) => {
      const [old] = await tx.$queryRaw<{ before: string | null }[]>`
        select thumbnail_hash as before from scene
         where id = ${id} and workspace_id = ${caller.workspaceId} for update`;
      if (!old) return undefined;
      // Not through Prisma's update: a picture is no change of the scene, and lists sort by its last change.
      await tx.$executeRaw`update scene set thumbnail_hash = ${thumbnailHash} where id = ${id}`;
      return old;
    },
  });
  return { thumbnailUrl: fileUrl(hash) };
}
