'use client';

import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { captureThumbnail } from '@/components/stage/capture-thumbnail';
import { useStage } from '@/components/stage/stage-context';
import { ApiProblem } from '@/lib/api-client';
import { useAssetEditor } from '../editor-context';

const SIZE = { width: 512, height: 384 };
/** Shadow and contact are baked within this time after a model has come. */
const SETTLED_MS = 1_500;

/**
 * Gives an asset its picture, when it has none: once the model stands, and again at each save until it worked. A picture
 * of a glowing machine would stay for good, so it waits for calm.
 */
export function ThumbnailKeeper({ ready, calm }: { ready: boolean; calm: boolean }) {
  const { asset, editor, canEdit } = useAssetEditor();
  const { store } = useStage();
  const savedAt = useStore(editor, (state) => state.savedAt);
  const done = useRef(asset.thumbnailUrl !== null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each save is another chance
  useEffect(() => {
    if (!ready || !calm || !canEdit || done.current) return;
    const timer = setTimeout(async () => {
      try {
        const picture = await captureThumbnail(store, { ...SIZE, background: 'light' });
        await send(asset.id, picture);
        done.current = true;
      } catch (error) {
        // An asset without a picture is no harm; the next save tries again.
        if (!(error instanceof ApiProblem)) console.warn('No thumbnail could be made.', error);
      }
    }, SETTLED_MS);
    return () => clearTimeout(timer);
  }, [ready, calm, canEdit, store, asset.id, savedAt]);
  return null;
}

async function send(assetId: string, picture: Blob): Promise<void> {
  const answer = await fetch(`/api/v1/assets/${assetId}/thumbnail`, {
    method: 'PUT',
    headers: { 'content-type': picture.type },
    body: picture,
  });
  if (!answer.ok)
    throw new ApiProblem({ status: answer.status, code: 'unexpected_answer', detail: answer.statusText });
}
