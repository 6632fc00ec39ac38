import { createListeners } from './listeners';
import type { MetricInfo, ReadingValue, Update } from './protocol';

/** The newest value of a metric. The same object until a newer one arrives. */
export type Reading = { value: ReadingValue; time: number; metric: MetricInfo };

/** Newest readings by datasource and data key, with listeners per key. No React, no network. */
export type ReadingTable = {
  setMetrics: (metrics: readonly MetricInfo[]) => void;
  /** @param onNewer called for each value that is newer than what was known */
  setUpdates: (
    updates: readonly Update[],
    onNewer?: (metric: MetricInfo, time: number, value: ReadingValue) => void,
  ) => void;
  /** Of exactly this key; addresses inside a structure are read by lib/widget/read-address.ts. */
  reading: (datasourceId: string, key: string) => Reading | undefined;
  /** Metrics of a datasource by key, whether or not a value is known. The same array until one is added or renamed. */
  metrics: (datasourceId: string) => readonly MetricInfo[];
  subscribe: (datasourceId: string, key: string, listener: () => void) => () => void;
  subscribeMetrics: (datasourceId: string, listener: () => void) => () => void;
  /** Of deleted readings. */
  forget: (metricIds: readonly number[]) => void;
  /** Tells those whose key changed since the last call. */
  flush: () => void;
};

const NO_METRICS: readonly MetricInfo[] = [];
const address = (datasourceId: string, key: string) => `${datasourceId}\n${key}`;

export function createReadingTable(): ReadingTable {
  const metricsById = new Map<number, MetricInfo>();
  const metricLists = new Map<string, readonly MetricInfo[]>();
  const readings = new Map<string, Reading>();
  const keyListeners = createListeners<string>();
  const metricListeners = createListeners<string>();
  const changedKeys = new Set<string>();
  const changedLists = new Set<string>();

  const setMetrics = (metrics: readonly MetricInfo[]) => {
    for (const metric of metrics) {
      metricsById.set(metric.id, metric);
      changedLists.add(metric.datasourceId);
      const at = address(metric.datasourceId, metric.key);
      const known = readings.get(at);
      if (!known) continue;
      readings.set(at, { ...known, metric });
      changedKeys.add(at);
    }
  };

  const setUpdates: ReadingTable['setUpdates'] = (updates, onNewer) => {
    for (const [id, time, value] of updates) {
      const metric = metricsById.get(id);
      if (!metric) continue;
      const at = address(metric.datasourceId, metric.key);
      const known = readings.get(at);
      // A snapshot repeats what is known; an older value never replaces a newer one.
      if (known && (known.time > time || (known.time === time && known.value === value))) continue;
      readings.set(at, { value, time, metric });
      changedKeys.add(at);
      onNewer?.(metric, time, value);
    }
  };

  return {
    setMetrics,
    setUpdates,
    reading: (datasourceId, key) => readings.get(address(datasourceId, key)),
    metrics: (datasourceId) => {
      const known = metricLists.get(datasourceId);
      if (known && !changedLists.has(datasourceId)) return known;
      const found = [...metricsById.values()].filter((metric) => metric.datasourceId === datasourceId);
      const list = found.length > 0 ? found.sort((a, b) => a.key.localeCompare(b.key)) : NO_METRICS;
      metricLists.set(datasourceId, list);
      return list;
    },
    subscribe: (datasourceId, key, listener) => keyListeners.add(address(datasourceId, key), listener),
    subscribeMetrics: (datasourceId, listener) => metricListeners.add(datasourceId, listener),
    forget: (metricIds) => {
      for (const id of metricIds) {
        const metric = metricsById.get(id);
        if (!metric) continue;
        const at = address(metric.datasourceId, metric.key);
        if (readings.delete(at)) changedKeys.add(at);
      }
    },
    flush: () => {
      const lists = [...changedLists];
      changedLists.clear();
      for (const datasourceId of lists) metricLists.delete(datasourceId);
      const keys = [...changedKeys];
      changedKeys.clear();
      for (const datasourceId of lists) metricListeners.tell(datasourceId);
      for (const at of keys) keyListeners.tell(at);
    },
  };
}
