'use client';

import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { AssetSummary } from '@/lib/asset/api-schema';

/** Gives assets that have no picture one, a moment after the list stands. Only for those who may change assets. */
export function useThumbnails(
  assets: readonly AssetSummary[],
  enabled: boolean,
  onMade: (assetId: string, thumbnailUrl: string) => void,
): void {
  const tried = useRef(new Set<string>());
  const [round, setRound] = useState(0);
  const busy = useRef(false);
  const made = useEffectEvent(onMade);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `round` looks again for those that came during a round
  useEffect(() => {
    const subjects = assets.filter(({ id, thumbnailUrl }) => thumbnailUrl === null && !tried.current.has(id));
    if (!enabled || busy.current || subjects.length === 0) return;
    busy.current = true;
    for (const { id } of subjects) tried.current.add(id);
    void import('./make-thumbnails')
      .then(({ makeThumbnails }) => makeThumbnails(subjects, { signal: left.current.signal, onMade: made }))
      .catch(() => {})
      .finally(() => {
        busy.current = false;
        setRound((count) => count + 1);
      });
  }, [assets, enabled, round]);

  const left = useRef(new AbortController());
  useEffect(() => {
    const controller = new AbortController();
    left.current = controller;
    return () => controller.abort();
  }, []);
}
