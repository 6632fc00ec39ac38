import { detectQuality } from '@/components/stage/detect-quality';
import { Photographer, type PhotographFormat, type PhotographSubject } from '@/components/stage/photographer';
import { readProblem } from '@/lib/api-client';
import { thumbnailSchema } from '@/lib/asset/api-schema';

/** Something that lacks its picture. */
export type ThumbnailJob = {
  id: string;
  /** Where the picture is put. */
  path: string;
  /** What is on it; empty: nothing to photograph. */
  subjects: () => Promise<readonly PhotographSubject[]> | readonly PhotographSubject[];
};

/** Photographs one after the other and puts each picture in its place, until its page is left. */
export async function makeThumbnails(
  jobs: readonly ThumbnailJob[],
  format: PhotographFormat,
  { isOver, onMade }: { isOver: () => boolean; onMade: (id: string, thumbnailUrl: string) => void },
): Promise<void> {
  const quality = detectQuality();
  if (quality === 'none') return;
  let photographer: Photographer | undefined;
  try {
    for (const { id, path, subjects } of jobs) {
      if (isOver()) return;
      try {
        const placed = await subjects();
        if (placed.length === 0) continue;
        photographer ??= new Photographer(format, quality === 'low' ? 0.5 : 1);
        onMade(id, await put(path, await photographer.photograph(placed)));
      } catch (error) {
        // A list without one of its pictures is no harm; the next visit tries again.
        console.warn('A thumbnail could not be made.', error);
      }
    }
  } finally {
    photographer?.dispose();
  }
}

async function put(path: string, picture: Blob): Promise<string> {
  const response = await fetch(path, {
    method: 'PUT',
    headers: { 'content-type': picture.type },
    body: picture,
  });
  if (!response.ok) throw await readProblem(response);
  return thumbnailSchema.parse(await response.json()).thumbnailUrl;
}
