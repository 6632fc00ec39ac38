import { makeThumbnails } from '@/components/document/thumbnail/make-thumbnails';
import { type PhotographSubject, SCENE_FORMAT } from '@/components/stage/photographer';
import { api } from '@/lib/api-client';
import type { SceneSummary } from '@/lib/scene/api-schema';
import { sceneDetailSchema } from '@/lib/scene/scene-detail';

type Options = Parameters<typeof makeThumbnails>[2];

/** What is seen in a scene: its instances that are not hidden, and whose asset is still there. */
async function subjectsOf(sceneId: string): Promise<PhotographSubject[]> {
  const { document, assets } = await api.get(`/api/v1/scenes/${sceneId}`, sceneDetailSchema);
  const urls = new Map(assets.map(({ id, modelUrl }) => [id, modelUrl]));
  return document.instances.flatMap(({ assetId, visible, position, rotation, scale }) => {
    const url = urls.get(assetId);
    return url && visible ? [{ url, position, rotation, scale }] : [];
  });
}

/** Pictures for scenes that have none. Brings three.js along: import it only when there is something to photograph. */
export const photographScenes = (scenes: readonly SceneSummary[], options: Options): Promise<void> =>
  makeThumbnails(
    scenes.map(({ id }) => ({
      id,
      path: `/api/v1/scenes/${id}/thumbnail`,
      subjects: () => subjectsOf(id),
    })),
    SCENE_FORMAT,
    options,
  );
