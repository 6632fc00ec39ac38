'use client';

import { useCallback, useSyncExternalStore } from 'react';
import type { Reading } from '@/lib/live/reading-table';
import { useTelemetryStore } from './live-context';

const nothing = () => undefined;

/**
 * The newest reading of a data key, `{ value, time, metric }`; undefined when none is known.
 * Changes at most ten times a second. Empty `datasourceId` or `dataKey`: a widget that is not set up yet.
 */
export function useReading(
  datasourceId: string | null | undefined,
  dataKey: string | null | undefined,
): Reading | undefined {
  const store = useTelemetryStore();
  const subscribe = useCallback(
    (listener: () => void) =>
      datasourceId && dataKey ? store.subscribe(datasourceId, dataKey, listener) : () => {},
    [store, datasourceId, dataKey],
  );
  const read = () => (datasourceId && dataKey ? store.reading(datasourceId, dataKey) : undefined);
  return useSyncExternalStore(subscribe, read, nothing);
}
