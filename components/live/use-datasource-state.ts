'use client';

import { useMemo, useSyncExternalStore } from 'react';
import { type DatasourceStatus, datasourceStatus } from '@/lib/datasource/status';
import type { DatasourceState } from '@/lib/live/protocol';
import type { TelemetryStore } from '@/lib/live/telemetry-store';
import { useTelemetryStore } from './live-context';

export type LiveDatasource = DatasourceState & { status: DatasourceStatus };

const nothing = () => undefined;
/** A datasource becomes stale while nothing arrives, so its status is looked at by the clock too. */
const LOOK_INTERVAL_MS = 1000;

/** State and status of a datasource; undefined before the first snapshot, or when the stream does not tell of it. */
export function useDatasourceState(id: string | null | undefined): LiveDatasource | undefined {
  const store = useTelemetryStore();
  const selection = useMemo(() => selectDatasource(store, id), [store, id]);
  return useSyncExternalStore(selection.subscribe, selection.read, nothing);
}

function selectDatasource(store: TelemetryStore, id: string | null | undefined) {
  let state: DatasourceState | undefined;
  let shown: LiveDatasource | undefined;
  return {
    subscribe: (listener: () => void) => {
      if (!id) return () => {};
      const end = store.subscribeDatasource(id, listener);
      const timer = setInterval(listener, LOOK_INTERVAL_MS);
      return () => {
        end();
        clearInterval(timer);
      };
    },
    read: () => {
      const next = id ? store.datasource(id) : undefined;
      if (!next) return undefined;
      const status = datasourceStatus({ ...next, now: store.now() });
      if (next !== state || status !== shown?.status) shown = { ...next, status };
      state = next;
      return shown;
    },
  };
}
