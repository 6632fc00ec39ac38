import type { Caller } from '@/lib/auth/caller';
import type { Prisma } from '@/lib/generated/prisma/client';
import { newId } from '@/lib/ids';
import type { StagedBlob } from '@/lib/storage/blob-store';
import { keepFile, lockFiles, type Transaction } from '@/lib/storage/keep-file';
import type { ModelFacts } from './model/inspect-model';
import { type AssetDocument, emptyAssetDocument } from './schema';

export type NewAsset = ModelFacts & {
  name: string;
  fileName: string;
  starterKind?: string | null;
  description?: string;
  document?: AssetDocument;
  model: StagedBlob;
  thumbnail?: StagedBlob | null;
};

/** Writes an asset with its files and its first revision, in the caller's transaction. Answers its id. */
export async function insertAsset(tx: Transaction, caller: Caller, given: NewAsset): Promise<string> {
  const { model, thumbnail = null } = given;
  const document = (given.document ?? emptyAssetDocument()) as Prisma.InputJsonValue;
  await lockFiles(tx, [model.hash, thumbnail?.hash ?? null]);
  await keepFile(tx, caller.workspaceId, model, 'model/gltf-binary');
  if (thumbnail) await keepFile(tx, caller.workspaceId, thumbnail, 'image/webp');
  const { id } = await tx.asset.create({
    data: {
      id: newId('asset'),
      workspaceId: caller.workspaceId,
      name: given.name,
      description: given.description ?? '',
      starterKind: given.starterKind ?? null,
      fileName: given.fileName,
      modelHash: model.hash,
      thumbnailHash: thumbnail?.hash ?? null,
      statistics: given.statistics,
      parts: given.parts,
      document,
      revisions: { create: { revision: 1, document, createdById: caller.userId } },
    },
  });
  return id;
}
