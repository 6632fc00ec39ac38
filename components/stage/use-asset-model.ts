'use client';

import { useCallback, useSyncExternalStore } from 'react';
import { type LoadedModel, loadModel } from './model/load-model';
import { type CacheState, ModelCache } from './model/model-cache';

const models = new ModelCache<LoadedModel>(loadModel);
const LOADING: CacheState<LoadedModel> = { status: 'loading' };

/**
 * A GLB by URL: loaded once per page, shared by all who use it, disposed a while after the last has gone.
 *
 * @example
 * const model = useAssetModel(asset.modelUrl);
 * if (model.status === 'error') return <Failed error={model.error} onRetry={() => retryAssetModel(url)} />;
 */
export function useAssetModel(url: string): CacheState<LoadedModel> {
  const subscribe = useCallback((listener: () => void) => models.use(url, listener), [url]);
  return useSyncExternalStore(
    subscribe,
    () => models.state(url),
    () => LOADING,
  );
}

/** Tries again to load what failed. */
export const retryAssetModel = (url: string): void => models.retry(url);
