import { makeThumbnails } from '@/components/document/thumbnail/make-thumbnails';
import { ASSET_FORMAT } from '@/components/stage/photographer';
import type { AssetSummary } from '@/lib/asset/api-schema';

type Options = Parameters<typeof makeThumbnails>[2];

/** Pictures for assets that have none. Brings three.js along: import it only when there is something to photograph. */
export const photographAssets = (assets: readonly AssetSummary[], options: Options): Promise<void> =>
  makeThumbnails(
    assets.map(({ id, modelUrl }) => ({
      id,
      path: `/api/v1/assets/${id}/thumbnail`,
      subjects: () => [{ url: modelUrl }],
    })),
    ASSET_FORMAT,
    options,
  );
