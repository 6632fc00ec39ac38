'use client';

import { useCallback, useSyncExternalStore } from 'react';
import type { MetricInfo } from '@/lib/live/protocol';
import { useTelemetryStore } from './live-context';

const NO_METRICS: readonly MetricInfo[] = [];
const noMetrics = () => NO_METRICS;

/** Metrics of a datasource that arrived so far, sorted by key; new ones appear as they come. */
export function useMetrics(datasourceId: string | null | undefined): readonly MetricInfo[] {
  const store = useTelemetryStore();
  const subscribe = useCallback(
    (listener: () => void) => (datasourceId ? store.subscribeMetrics(datasourceId, listener) : () => {}),
    [store, datasourceId],
  );
  const read = () => (datasourceId ? store.metrics(datasourceId) : NO_METRICS);
  return useSyncExternalStore(subscribe, read, noMetrics);
}
