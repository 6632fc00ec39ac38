import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { StagedBlob } from '@/lib/storage/blob-store';
import { blobs } from '@/lib/storage/blobs';
import { encodeThumbnail } from '@/lib/storage/encode-thumbnail';
import { guardGlb } from './model/guard-glb';
import { inspectModel, type ModelFacts } from './model/inspect-model';
import { ASSET_THUMBNAIL } from './set-thumbnail';
import { buildStarter } from './starter/build-starter';

const BYTES_MAX = 50_000_000;

export type StarterModel = ModelFacts & { model: StagedBlob; thumbnail: StagedBlob | null };

/**
 * Builds a machine of the starter library and stages its files. Our own code made the model, so it needs no process
 * of its own; facts and parts come from the same functions as an upload's. Discard the files when done.
 */
export async function stageStarter(kind: string): Promise<StarterModel> {
  const { glb } = await buildStarter(kind);
  const facts = await inspectModel(glb, guardGlb(glb));
  const model = await stage(glb);
  try {
    return { ...facts, model, thumbnail: await stagePicture(kind) };
  } catch (error) {
    await blobs().discard(model);
    throw error;
  }
}

export async function discardStarter({ model, thumbnail }: StarterModel): Promise<void> {
  await blobs().discard(model);
  if (thumbnail) await blobs().discard(thumbnail);
}

/** The picture that the starter library shows becomes the asset's thumbnail. */
async function stagePicture(kind: string): Promise<StagedBlob | null> {
  const file = path.join(/* turbopackIgnore: true */ process.cwd(), 'public', 'starter', `${kind}.webp`);
  if (!existsSync(file)) return null;
  return stage(await encodeThumbnail(await readFile(file), ASSET_THUMBNAIL));
}

async function stage(bytes: Uint8Array): Promise<StagedBlob> {
  async function* once() {
    yield bytes;
  }
  return blobs().stage(once(), { bytesMax: BYTES_MAX });
}
