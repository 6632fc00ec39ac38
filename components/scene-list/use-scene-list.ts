'use client';

import { useCallback, useEffect, useState } from 'react';
import { api } from '@/lib/api-client';
import { type SceneSummary, sceneListSchema } from '@/lib/scene/api-schema';

/** The workspace's scenes as the server knows them: asked for again when one comes back to the page. */
export function useSceneList(initial: readonly SceneSummary[]) {
  const [scenes, setScenes] = useState(initial);
  const refresh = useCallback(async () => {
    const answer = await api.get('/api/v1/scenes', sceneListSchema).catch(() => undefined);
    if (answer) setScenes(answer.scenes);
  }, []);
  useEffect(() => {
    const look = () => {
      if (!document.hidden) void refresh();
    };
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [refresh]);
  const change = useCallback(
    (id: string, next: Partial<SceneSummary>) =>
      setScenes((list) => list.map((scene) => (scene.id === id ? { ...scene, ...next } : scene))),
    [],
  );
  const remove = useCallback(
    (id: string) => setScenes((list) => list.filter((scene) => scene.id !== id)),
    [],
  );
  return { scenes, refresh, change, remove };
}
