'use client';

import { useSyncExternalStore } from 'react';
import type { Connection } from '@/lib/live/telemetry-store';
import { useTelemetryStore } from './live-context';

const CONNECTING: Connection = { phase: 'connecting', attempt: 0, retryAt: null, end: null, latencyMs: null };
const connecting = () => CONNECTING;

/** How the live stream is doing: `phase`, when it tries again, why it ended, how late readings come. */
export function useConnection(): Connection {
  const store = useTelemetryStore();
  return useSyncExternalStore(store.subscribeConnection, store.connection, connecting);
}
