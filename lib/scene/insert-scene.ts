import type { Caller } from '@/lib/auth/caller';
import { newId } from '@/lib/ids';
import type { Transaction } from '@/lib/storage/keep-file';
import type { SceneDocument } from './schema';

export type NewScene = {
  name: string;
  description?: string;
  thumbnailHash?: string | null;
  document: SceneDocument;
};

/** Writes a scene with its first revision, in the caller's transaction. Answers its id. */
export async function insertScene(tx: Transaction, caller: Caller, given: NewScene): Promise<string> {
  const { name, description = '', thumbnailHash = null, document } = given;
  const { id } = await tx.scene.create({
    data: {
      id: newId('scene'),
      workspaceId: caller.workspaceId,
      name,
      description,
      thumbnailHash,
      document,
      revisions: { create: { revision: 1, document, createdById: caller.userId } },
    },
  });
  return id;
}
