'use client';

import { useCallback, useSyncExternalStore } from 'react';
import type { History, HistoryOptions } from '@/lib/live/history-table';
import { useTelemetryStore } from './live-context';

const NOTHING: History = { status: 'absent', points: [] };
const nothing = () => NOTHING;

/**
 * History of a numeric data key: loaded once for the window, then extended by live readings.
 * `points` are buckets (`time, min, max, mean, last, count`), oldest first, at most about `options.points`.
 */
export function useHistory(
  datasourceId: string | null | undefined,
  dataKey: string | null | undefined,
  { windowMs, points }: HistoryOptions,
): History {
  const store = useTelemetryStore();
  const subscribe = useCallback(
    (listener: () => void) =>
      datasourceId && dataKey
        ? store.subscribeHistory(datasourceId, dataKey, { windowMs, points }, listener)
        : () => {},
    [store, datasourceId, dataKey, windowMs, points],
  );
  const read = () =>
    datasourceId && dataKey ? store.history(datasourceId, dataKey, { windowMs, points }) : NOTHING;
  return useSyncExternalStore(subscribe, read, nothing);
}
