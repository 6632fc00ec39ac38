import { assertMay, type Caller } from '@/lib/auth/caller';
import { prisma } from '@/lib/database';
import { env } from '@/lib/env';
import { problem } from '@/lib/problem';
import { startOf } from '@/lib/storable-text';
import { blobs } from '@/lib/storage/blobs';
import type { AssetDetail } from './api-schema';
import { assetName } from './asset-name';
import { getAsset } from './get-asset';
import { insertAsset } from './insert-asset';
import { checkModel } from './model/check-model';
import { inCheckQueue } from './model/check-queue';
import { ModelRefusal } from './model/refusal';

const FILE_NAME_LENGTH_MAX = 200;

export type ModelUpload = {
  fileName: string;
  source: AsyncIterable<Uint8Array>;
  /** The sender went away or cancelled. */
  signal?: AbortSignal;
};

/**
 * Makes an asset of an uploaded GLB: to disk, checked in a process of its own, stored, and only then written down,
 * in one transaction. Whatever goes wrong or is cancelled before that leaves nothing behind.
 *
 * @throws `too_large`, `invalid_model` with the `reason`, `too_many_requests`
 */
export async function importModel(
  caller: Caller,
  { fileName, source, signal }: ModelUpload,
): Promise<AssetDetail> {
  assertMay(caller, 'asset:write');
  const model = await blobs().stage(source, { bytesMax: env().MODEL_BYTES_MAX, signal });
  try {
    const facts = await inCheckQueue(() => checkModel(model.path, { signal }), signal);
    signal?.throwIfAborted();
    const id = await prisma().$transaction(
      (tx) =>
        insertAsset(tx, caller, {
          ...facts,
          name: assetName(fileName),
          fileName: startOf(fileName, FILE_NAME_LENGTH_MAX),
          model,
        }),
      { timeout: 30_000 },
    );
    return await getAsset(caller, id);
  } catch (error) {
    if (!(error instanceof ModelRefusal)) throw error;
    const { reason, values } = error;
    throw problem('invalid_model', { detail: error.message, extra: { reason, values } });
  } finally {
    await blobs().discard(model);
  }
}
