import { assertMay, type Caller } from '@/lib/auth/caller';
import { prisma } from '@/lib/database';
import { deleteUnkeptBlobs, releaseFiles } from '@/lib/storage/keep-file';
import { noSuchAsset } from './find-asset';

/**
 * Deletes an asset with its versions, and its files unless another asset has them too. Scenes keep the places where
 * it stood and draw them as missing: what was arranged is not lost with a model.
 */
export async function deleteAsset(caller: Caller, id: string): Promise<void> {
  assertMay(caller, 'asset:delete');
  const { workspaceId } = caller;
  const unkept = await prisma().$transaction(async (tx) => {
    const [gone] = await tx.$queryRaw<{ model_hash: string; thumbnail_hash: string | null }[]>`
      delete from asset where id = ${id} and workspace_id = ${workspaceId} returning model_hash, thumbnail_hash`;
    if (!gone) throw noSuchAsset();
    return releaseFiles(tx, workspaceId, [gone.model_hash, gone.thumbnail_hash]);
  });
  await deleteUnkeptBlobs(unkept);
}
