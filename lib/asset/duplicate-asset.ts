import type { Caller } from '@/lib/auth/caller';
import { prisma } from '@/lib/database';
import type { Prisma } from '@/lib/generated/prisma/client';
import { newId } from '@/lib/ids';
import { freeName } from '@/lib/scene/commands/free-name';
import type { AssetDetail } from './api-schema';
import { findAsset, noSuchAsset } from './find-asset';
import { getAsset } from './get-asset';

/** A second asset with the same model and the same widgets, which lives its own life from then on. */
export async function duplicateAsset(caller: Caller, id: string): Promise<AssetDetail> {
  await findAsset(caller, id, 'asset:write');
  const { workspaceId } = caller;
  const copyId = await prisma().$transaction(async (tx) => {
    // Held until the copy stands, so that the model file can't lose its last asset in between.
    await tx.$queryRaw`select id from asset where id = ${id} and workspace_id = ${workspaceId} for share`;
    const original = await tx.asset.findFirst({ where: { id, workspaceId } });
    if (!original) throw noSuchAsset();
    const names = await tx.asset.findMany({ where: { workspaceId }, select: { name: true } });
    const document = original.document as Prisma.InputJsonValue;
    const copy = await tx.asset.create({
      data: {
        id: newId('asset'),
        workspaceId,
        name: freeName(
          original.name,
          names.map(({ name }) => name),
        ).slice(0, 80),
        description: original.description,
        starterKind: original.starterKind,
        fileName: original.fileName,
        modelHash: original.modelHash,
        thumbnailHash: original.thumbnailHash,
        statistics: original.statistics as Prisma.InputJsonValue,
        parts: original.parts as Prisma.InputJsonValue,
        document,
        revisions: { create: { revision: 1, document, createdById: caller.userId } },
      },
    });
    return copy.id;
  });
  return getAsset(caller, copyId);
}
