'use client';

import { useEffect } from 'react';
import { useStore } from 'zustand';
import { captureThumbnail } from '@/components/stage/capture-thumbnail';
import { useStage } from '@/components/stage/stage-context';
import { useSceneEditor } from './editor-context';

const QUIET_MS = 4_000;

/** Takes a new picture of the scene for the lists, a while after a change was saved. A missed one is taken next time. */
export function ThumbnailKeeper({ sceneId }: { sceneId: string }) {
  const { editor } = useSceneEditor();
  const { store, theme } = useStage();
  const savedAt = useStore(editor, (state) => state.savedAt);
  useEffect(() => {
    if (savedAt === null) return;
    const timer = setTimeout(async () => {
      const picture = await captureThumbnail(store, { width: 640, height: 360, background: theme });
      await fetch(`/api/v1/scenes/${sceneId}/thumbnail`, {
        method: 'PUT',
        headers: { 'content-type': picture.type },
        body: picture,
      });
    }, QUIET_MS);
    return () => clearTimeout(timer);
  }, [savedAt, sceneId, store, theme]);
  return null;
}
