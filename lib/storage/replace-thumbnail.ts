import { prisma } from '@/lib/database';
import { problem } from '@/lib/problem';
import { blobs } from './blobs';
import { encodeThumbnail, type ThumbnailSize } from './encode-thumbnail';
import { deleteUnkeptBlobs, keepFile, releaseFiles, type Transaction } from './keep-file';

export const PICTURE_BYTES_MAX = 4_000_000;
export const PICTURE_CONTENT_TYPES = ['image/webp', 'image/png'] as const;

export type ThumbnailTarget = {
  workspaceId: string;
  size: ThumbnailSize;
  /** Writes the new hash into its row and answers the old one; undefined when the row is gone. */
  swap: (tx: Transaction, hash: string) => Promise<{ before: string | null } | undefined>;
};

/** Takes a picture from the browser, encodes it anew, and puts it in the place of the one before. Answers its hash. */
export async function replaceThumbnail(
  picture: AsyncIterable<Uint8Array>,
  { workspaceId, size, swap }: ThumbnailTarget,
): Promise<string> {
  const encoded = await encodeThumbnail(await collect(picture), size);
  const staged = await blobs().stage(once(encoded), { bytesMax: PICTURE_BYTES_MAX });
  try {
    const unkept = await prisma().$transaction(async (tx) => {
      await keepFile(tx, workspaceId, staged, 'image/webp');
      const swapped = await swap(tx, staged.hash);
      if (!swapped) throw problem('not_found');
      return releaseFiles(tx, workspaceId, [swapped.before]);
    });
    await deleteUnkeptBlobs(unkept);
    return staged.hash;
  } finally {
    await blobs().discard(staged);
  }
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

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}
