import type { Photographer } from '@/components/stage/photographer';
import { readProblem } from '@/lib/api-client';
import { thumbnailSchema } from '@/lib/asset/api-schema';

type Subject = { id: string; modelUrl: string };

/**
 * Photographs models one after the other and gives each asset its picture. Brings three.js along, so it is only
 * imported when there is something to photograph.
 */
export async function makeThumbnails(
  subjects: readonly Subject[],
  { signal, onMade }: { signal: AbortSignal; onMade: (assetId: string, thumbnailUrl: string) => void },
): Promise<void> {
  const { Photographer } = await import('@/components/stage/photographer');
  let photographer: Photographer | undefined;
  try {
    for (const { id, modelUrl } of subjects) {
      if (signal.aborted) return;
      try {
        photographer ??= new Photographer();
        const picture = await photographer.photograph(modelUrl);
        onMade(id, await sendThumbnail(id, picture));
      } catch (error) {
        // A list without one of its pictures is no harm; the next visit tries again.
        console.warn('A thumbnail could not be made.', error);
      }
    }
  } finally {
    photographer?.dispose();
  }
}

async function sendThumbnail(assetId: string, picture: Blob): Promise<string> {
  const response = await fetch(`/api/v1/assets/${assetId}/thumbnail`, {
    method: 'PUT',
    headers: { 'content-type': picture.type },
    body: picture,
  });
  if (!response.ok) throw await readProblem(response);
  return thumbnailSchema.parse(await response.json()).thumbnailUrl;
}
