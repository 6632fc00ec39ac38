'use client';

import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import type { InstanceHandles } from './instance-handles';
import type { PlacedAsset } from './place-assets';
import type { ViewerSession } from './viewer-session';

export type ViewerContextValue = {
  session: StoreApi<ViewerSession>;
  placed: readonly PlacedAsset[];
  handles: InstanceHandles;
  /** Opens an instance's panel and flies to it; null closes. */
  focus: (instanceId: string | null) => void;
};

export const ViewerContext = createContext<ViewerContextValue | null>(null);

export function useViewer(): ViewerContextValue {
  const context = useContext(ViewerContext);
  if (!context) throw new Error('useViewer needs a <SceneViewer> above it');
  return context;
}

export const useViewerSession = <T,>(pick: (session: ViewerSession) => T): T =>
  useStore(useViewer().session, pick);
