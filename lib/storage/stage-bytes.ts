import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { StagedBlob } from './blob-store';
import { blobs } from './blobs';
import { encodeThumbnail, type ThumbnailSize } from './encode-thumbnail';

/** Stages what is in memory already. */
export async function stageBytes(bytes: Uint8Array): Promise<StagedBlob> {
  async function* once() {
    yield bytes;
  }
  return blobs().stage(once(), { bytesMax: bytes.byteLength });
}

/** Stages a picture of ours (`/starter/pump.webp`) as a thumbnail; null when it is not there. */
export async function stagePublicPicture(
  publicPath: string,
  size: ThumbnailSize,
): Promise<StagedBlob | null> {
  const file = path.join(/* turbopackIgnore: true */ process.cwd(), 'public', publicPath);
  if (!existsSync(file)) return null;
  return stageBytes(await encodeThumbnail(await readFile(file), size));
}
