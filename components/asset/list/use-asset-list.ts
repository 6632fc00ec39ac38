'use client';

import { useCallback, useEffect, useState } from 'react';
import { api } from '@/lib/api-client';
import { type AssetSummary, assetListSchema } from '@/lib/asset/api-schema';
import { uploads } from '../upload/uploads';

const doneIds = (): string =>
  uploads
    .getState()
    .uploads.flatMap(({ asset }) => asset?.id ?? [])
    .join();

/** The workspace's assets as the server knows them: asked for again after each upload and when one comes back. */
export function useAssetList(initial: readonly AssetSummary[]) {
  const [assets, setAssets] = useState(initial);
  const refresh = useCallback(async () => {
    const answer = await api.get('/api/v1/assets', assetListSchema).catch(() => undefined);
    if (answer) setAssets(answer.assets);
  }, []);

  useEffect(() => {
    let known = doneIds();
    const look = () => {
      if (!document.hidden) void refresh();
    };
    const end = uploads.subscribe(() => {
      const now = doneIds();
      if (now === known) return;
      const more = now.length > known.length;
      known = now;
      if (more) void refresh();
    });
    document.addEventListener('visibilitychange', look);
    return () => {
      end();
      document.removeEventListener('visibilitychange', look);
    };
  }, [refresh]);

  const change = useCallback(
    (id: string, next: Partial<AssetSummary>) =>
      setAssets((list) => list.map((asset) => (asset.id === id ? { ...asset, ...next } : asset))),
    [],
  );
  const remove = useCallback(
    (id: string) => setAssets((list) => list.filter((asset) => asset.id !== id)),
    [],
  );
  return { assets, refresh, change, remove };
}
