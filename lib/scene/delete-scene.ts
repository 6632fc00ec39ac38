import { assertMay, type Caller } from '@/lib/auth/caller';
import { prisma } from '@/lib/database';
import { deleteUnkeptBlobs, releaseFiles } from '@/lib/storage/keep-file';
import { noSuchScene } from './find-scene';

/** Deletes a scene with its versions and its public link. Its assets and datasources stay. */
export async function deleteScene(caller: Caller, id: string): Promise<void> {
  assertMay(caller, 'scene:delete');
  const { workspaceId } = caller;
  const unkept = await prisma().$transaction(async (tx) => {
    const [gone] = await tx.$queryRaw<{ thumbnail_hash: string | null }[]>`
      delete from scene where id = ${id} and workspace_id = ${workspaceId} returning thumbnail_hash`;
    if (!gone) throw noSuchScene();
    return releaseFiles(tx, workspaceId, [gone.thumbnail_hash]);
  });
  await deleteUnkeptBlobs(unkept);
}
