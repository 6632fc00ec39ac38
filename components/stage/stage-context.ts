'use client';

import { createContext, useContext, useEffect, useRef } from 'react';
import type { FrameListener, StageStore } from './stage-store';
import type { StageInsets, StageQuality, StageTheme } from './types';

export interface StageContextValue {
  store: StageStore;
  theme: StageTheme;
  quality: StageQuality;
  insets: StageInsets;
}

export const StageContext = createContext<StageContextValue | null>(null);

/** Theme, quality, insets and the shared store; inside the canvas and in the DOM beside it. */
export function useStage(): StageContextValue {
  const stage = useContext(StageContext);
  if (!stage) throw new Error('useStage needs a <Stage> above it');
  return stage;
}

/**
 * Two functions, stable for the life of the stage: `invalidate` asks for one more frame (something looks different),
 * `contentChanged` also has bounds, shadow and contact made again (something stands elsewhere).
 *
 * @example
 * const { contentChanged } = useStageInvalidate();
 * useEffect(contentChanged, [instances]);
 */
export function useStageInvalidate(): Pick<StageStore, 'invalidate' | 'contentChanged'> {
  return useStage().store;
}

/**
 * Calls back before each drawn frame with the camera as it will be used. For DOM that follows the scene: write through
 * refs, allocate nothing, never set state.
 */
export function useStageFrame(listener: FrameListener): void {
  const { store } = useStage();
  const latest = useRef(listener);
  useEffect(() => {
    latest.current = listener;
  });
  useEffect(() => store.onFrame((frame) => latest.current(frame)), [store]);
}
