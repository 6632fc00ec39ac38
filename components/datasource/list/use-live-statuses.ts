'use client';

import { useMemo, useSyncExternalStore } from 'react';
import { useTelemetryStore } from '@/components/live/live-context';
import type { DatasourceSummary } from '@/lib/datasource/schema';
import { datasourceStatus } from '@/lib/datasource/status';
import type { TelemetryStore } from '@/lib/live/telemetry-store';

export type LiveStatuses = ReadonlyMap<string, DatasourceSummary['status']>;

const NONE: LiveStatuses = new Map();
const none = () => NONE;
/** A datasource becomes stale while nothing arrives, so statuses are looked at by the clock too. */
const LOOK_INTERVAL_MS = 1000;

/** Status of every datasource that the stream tells of; the same map until one of them changes. */
export function useLiveStatuses(): LiveStatuses {
  const store = useTelemetryStore();
  const selection = useMemo(() => selectStatuses(store), [store]);
  return useSyncExternalStore(selection.subscribe, selection.read, none);
}

function selectStatuses(store: TelemetryStore) {
  let shown = NONE;
  return {
    subscribe: (listener: () => void) => {
      const timer = setInterval(listener, LOOK_INTERVAL_MS);
      const end = store.subscribeAll(listener);
      return () => {
        clearInterval(timer);
        end();
      };
    },
    read: () => {
      const now = store.now();
      const next = new Map<string, DatasourceSummary['status']>();
      for (const id of store.datasourceIds()) {
        const state = store.datasource(id);
        if (state) next.set(id, datasourceStatus({ ...state, now }));
      }
      const same = next.size === shown.size && [...next].every(([id, status]) => shown.get(id) === status);
      if (!same) shown = next;
      return shown;
    },
  };
}
