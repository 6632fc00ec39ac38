import type { StagedBlob } from '@/lib/storage/blob-store';
import { blobs } from '@/lib/storage/blobs';
import { stageBytes, stagePublicPicture } from '@/lib/storage/stage-bytes';
import { guardGlb } from './model/guard-glb';
import { inspectModel, type ModelFacts } from './model/inspect-model';
import { ASSET_THUMBNAIL } from './set-thumbnail';
import { buildStarter } from './starter/build-starter';

export type StarterModel = ModelFacts & { model: StagedBlob; thumbnail: StagedBlob | null };

/**
 * Builds a machine of the starter library and stages its files. Our own code made the model, so it needs no process
 * of its own; facts and parts come from the same functions as an upload's. The picture that the library shows becomes the
 * asset's thumbnail. Discard the files when done.
 */
export async function stageStarter(kind: string): Promise<StarterModel> {
  const { glb } = await buildStarter(kind);
  const facts = await inspectModel(glb, guardGlb(glb));
  const model = await stageBytes(glb);
  try {
    return { ...facts, model, thumbnail: await stagePublicPicture(`/starter/${kind}.webp`, ASSET_THUMBNAIL) };
  } catch (error) {
    await blobs().discard(model);
    throw error;
  }
}

export async function discardStarter({ model, thumbnail }: StarterModel): Promise<void> {
  await blobs().discard(model);
  if (thumbnail) await blobs().discard(thumbnail);
}
