'use client';

import { useSyncExternalStore } from 'react';

export const SCENE_LAYOUTS = ['grid', 'list'] as const;
export type SceneLayout = (typeof SCENE_LAYOUTS)[number];

const KEY = 'twinnoverse.scene-layout';
const listeners = new Set<() => void>();

function read(): SceneLayout {
  try {
    return localStorage.getItem(KEY) === 'list' ? 'list' : 'grid';
  } catch {
    return 'grid'; // storage may be forbidden
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Cards or lines: a habit of this browser. */
export function useSceneLayout(): [SceneLayout, (layout: SceneLayout) => void] {
  const layout = useSyncExternalStore(subscribe, read, () => 'grid' as const);
  const choose = (next: SceneLayout) => {
    try {
      localStorage.setItem(KEY, next);
    } catch {
      return;
    }
    for (const listener of listeners) listener();
  };
  return [layout, choose];
}
