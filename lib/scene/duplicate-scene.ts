import type { Caller } from '@/lib/auth/caller';
import { prisma } from '@/lib/database';
import { loadDocument } from '@/lib/document/load-document';
import { problem } from '@/lib/problem';
import { freeName } from './commands/free-name';
import { findScene, noSuchScene } from './find-scene';
import { getScene } from './get-scene';
import { insertScene } from './insert-scene';
import { sceneDocumentKind } from './migrations/registry';
import type { SceneDetail } from './scene-detail';

/** A second scene with the same placed assets, which it shares. It is not public, whatever the first one is. */
export async function duplicateScene(caller: Caller, id: string): Promise<SceneDetail> {
  await findScene(caller, id, 'scene:write');
  const { workspaceId } = caller;
  const copyId = await prisma().$transaction(async (tx) => {
    // Held until the copy stands, so that the thumbnail can't lose its last scene in between.
    await tx.$queryRaw`select id from scene where id = ${id} and workspace_id = ${workspaceId} for share`;
    const original = await tx.scene.findFirst({ where: { id, workspaceId } });
    if (!original) throw noSuchScene();
    const { document, readOnly } = loadDocument(sceneDocumentKind, original.document);
    if (readOnly) {
      throw problem('conflict', {
        detail:
          'This scene was saved by a newer version of Twinnoverse: a copy made here would not be whole.',
      });
    }
    const names = await tx.scene.findMany({ where: { workspaceId }, select: { name: true } });
    return insertScene(tx, caller, {
      name: freeName(
        original.name,
        names.map(({ name }) => name),
      ).slice(0, 80),
      description: original.description,
      thumbnailHash: original.thumbnailHash,
      document,
    });
  });
  return getScene({ kind: 'member', caller }, copyId);
}
