'use client';

import { createContext, useContext } from 'react';
import type { TelemetryStore } from '@/lib/live/telemetry-store';

export const LiveContext = createContext<TelemetryStore | null>(null);

/** The page's store of live readings, for code that draws outside React (the frame loop). */
export function useTelemetryStore(): TelemetryStore {
  const store = useContext(LiveContext);
  if (!store) throw new Error('Live readings are read within <LiveProvider>.');
  return store;
}
