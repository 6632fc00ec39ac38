import { prisma } from '@/lib/database';
import { problem } from '@/lib/problem';
import type { StagedBlob } from './blob-store';
import { blobs } from './blobs';
import { encodeThumbnail, type ThumbnailSize } from './encode-thumbnail';
import { fileUrl } from './file-url';
import { deleteUnkeptBlobs, keepFile, lockFiles, releaseFiles, type Transaction } from './keep-file';
import { stageBytes } from './stage-bytes';

export const PICTURE_BYTES_MAX = 4_000_000;
export const PICTURE_CONTENT_TYPES = ['image/webp', 'image/png'] as const;

/** What has a thumbnail. */
export type ThumbnailTarget = {
  table: 'asset' | 'scene';
  id: string;
  workspaceId: string;
  size: ThumbnailSize;
};

/** Takes a picture from the browser, encodes it anew, and puts it in the place of the one before. */
export async function replaceThumbnail(
  picture: AsyncIterable<Uint8Array>,
  target: ThumbnailTarget,
): Promise<{ thumbnailUrl: string }> {
  const encoded = await encodeThumbnail(await collect(picture), target.size);
  const staged = await stageBytes(encoded);
  try {
    const unkept = await prisma().$transaction((tx) => swap(tx, target, staged));
    await deleteUnkeptBlobs(unkept);
    return { thumbnailUrl: fileUrl(staged.hash) };
  } finally {
    await blobs().discard(staged);
  }
}

/** Written by hand: Prisma would call it a change of the asset or scene, and lists sort by the last change. */
async function swap(
  tx: Transaction,
  { table, id, workspaceId }: ThumbnailTarget,
  staged: StagedBlob,
): Promise<string[]> {
  const rows = await tx.$queryRawUnsafe<{ before: string | null }[]>(
    `select thumbnail_hash as before from ${table} where id = $1 and workspace_id = $2 for update`,
    id,
    workspaceId,
  );
  if (!rows[0]) throw problem('not_found', { detail: `There is no such ${table}.` });
  const { before } = rows[0];
  await lockFiles(tx, [staged.hash, before]);
  await keepFile(tx, workspaceId, staged, 'image/webp');
  await tx.$executeRawUnsafe(`update ${table} set thumbnail_hash = $2 where id = $1`, id, staged.hash);
  return releaseFiles(tx, workspaceId, [before]);
}

async function collect(picture: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of picture) {
    bytes += chunk.byteLength;
    if (bytes > PICTURE_BYTES_MAX) {
      throw problem('too_large', { detail: `A thumbnail may have at most ${PICTURE_BYTES_MAX} bytes.` });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
