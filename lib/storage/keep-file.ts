import { prisma } from '@/lib/database';
import type { Prisma } from '@/lib/generated/prisma/client';
import type { StagedBlob } from './blob-store';
import { blobs } from './blobs';

export type Transaction = Prisma.TransactionClient;

export const CONTENT_TYPES = ['model/gltf-binary', 'image/webp'] as const;
export type ContentType = (typeof CONTENT_TYPES)[number];

/**
 * Who stores a blob and who deletes it take the same lock, until their transaction ends: a blob whose last row
 * is being removed can't vanish from under a row that is being added. Always in one order, so that two transactions
 * with several files never wait for each other; who needs more than one takes them together, first of all.
 */
export async function lockFiles(tx: Transaction, hashes: readonly (string | null)[]): Promise<void> {
  for (const hash of distinct(hashes)) {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`blob:${hash}`}, 0))`;
  }
}

const distinct = (hashes: readonly (string | null)[]): string[] =>
  [...new Set(hashes.filter((hash) => hash !== null))].sort();

/**
 * Stores a staged blob and notes, in the caller's transaction, that the workspace has it. When the transaction
 * fails the blob has no row, and the sweep removes it.
 */
export async function keepFile(
  tx: Transaction,
  workspaceId: string,
  staged: StagedBlob,
  contentType: ContentType,
): Promise<void> {
  const { hash, bytes } = staged;
  await lockFiles(tx, [hash]);
  await blobs().put(staged);
  await tx.modelFile.upsert({
    where: { workspaceId_hash: { workspaceId, hash } },
    create: { workspaceId, hash, bytes, contentType },
    update: {},
  });
}

/**
 * Removes, in the caller's transaction, the rows of files that nothing in the workspace uses any more. Call it
 * after the asset or scene is gone, and `deleteUnkeptBlobs` with its answer after the commit.
 */
export async function releaseFiles(
  tx: Transaction,
  workspaceId: string,
  hashes: readonly (string | null)[],
): Promise<string[]> {
  const given = distinct(hashes);
  if (given.length === 0) return [];
  await lockFiles(tx, given);
  const removed = await tx.$queryRaw<{ hash: string }[]>`
    delete from model_file f
     where f.workspace_id = ${workspaceId} and f.hash = any(${given})
       and not exists (select from asset a where a.workspace_id = f.workspace_id
                         and (a.model_hash = f.hash or a.thumbnail_hash = f.hash))
       and not exists (select from scene s where s.workspace_id = f.workspace_id and s.thumbnail_hash = f.hash)
    returning f.hash`;
  return removed.map((row) => row.hash);
}

/** Deletes those of the blobs that no workspace has. */
export async function deleteUnkeptBlobs(hashes: readonly string[]): Promise<number> {
  let deleted = 0;
  for (const hash of hashes) {
    await prisma().$transaction(async (tx) => {
      await lockFiles(tx, [hash]);
      if (await tx.modelFile.findFirst({ where: { hash }, select: { hash: true } })) return;
      await blobs().delete(hash);
      deleted += 1;
    });
  }
  return deleted;
}
