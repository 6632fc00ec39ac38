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
  /** A key inside a structure (`motor.rpm` when `motor` came with arrays) is found there. */
  reading: (datasourceId: string, key: string) => Reading | undefined;
  /** Metrics of a datasource by key, whether or not a value is known. The same array until one is added or renamed. */
  metrics: (datasourceId: string) => readonly MetricInfo[];
  subscribe: (datasourceId: string, key: string, listener: () => void) => () => void;
  subscribeMetrics: (datasourceId: string, listener: () => void) => () => void;
  /** Tells those whose key changed since the last call. */
  flush: () => void;
};

const NO_METRICS: readonly MetricInfo[] = [];
const address = (datasourceId: string, key: string) => `${datasourceId}\n${key}`;

export function createReadingTable(): ReadingTable {
  const metricsById = new Map<number, MetricInfo>();
  const metricLists = new Map<string, readonly MetricInfo[]>();
  const readings = new Map<string, Reading>();
  const inside = new WeakMap<Reading, Map<string, Reading | undefined>>();
  const keyListeners = createListeners<string>();
  const metricListeners = createListeners<string>();
  const changedKeys = new Map<string, Reading>();
  const changedLists = new Set<string>();

  const setMetrics = (metrics: readonly MetricInfo[]) => {
    for (const metric of metrics) {
      metricsById.set(metric.id, metric);
      changedLists.add(metric.datasourceId);
      const at = address(metric.datasourceId, metric.key);
      const known = readings.get(at);
      if (!known) continue;
      const renamed = { ...known, metric };
      readings.set(at, renamed);
      changedKeys.set(at, renamed);
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
      const reading = { value, time, metric };
      readings.set(at, reading);
      changedKeys.set(at, reading);
      onNewer?.(metric, time, value);
    }
  };

  const readingInside = (datasourceId: string, key: string): Reading | undefined => {
    for (let dot = key.lastIndexOf('.'); dot > 0; dot = key.lastIndexOf('.', dot - 1)) {
      const whole = readings.get(address(datasourceId, key.slice(0, dot)));
      if (!whole || typeof whole.value !== 'object') continue;
      const cache = inside.get(whole) ?? new Map<string, Reading | undefined>();
      inside.set(whole, cache);
      const rest = key.slice(dot + 1);
      if (!cache.has(rest)) {
        const value = valueAt(whole.value, rest);
        cache.set(rest, value === undefined ? undefined : { ...whole, value });
      }
      return cache.get(rest);
    }
    return undefined;
  };

  return {
    setMetrics,
    setUpdates,
    reading: (datasourceId, key) => {
      const own = readings.get(address(datasourceId, key));
      const part = key.includes('.') ? readingInside(datasourceId, key) : undefined;
      if (!own || !part) return own ?? part;
      return part.time > own.time ? part : own;
    },
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
    flush: () => {
      const lists = [...changedLists];
      changedLists.clear();
      for (const datasourceId of lists) metricLists.delete(datasourceId);
      const keys = [...changedKeys];
      changedKeys.clear();
      for (const datasourceId of lists) metricListeners.tell(datasourceId);
      const wholes: string[] = [];
      for (const [at, reading] of keys) {
        keyListeners.tell(at);
        if (typeof reading.value === 'object') wholes.push(`${at}.`);
      }
      if (wholes.length === 0) return;
      for (const topic of [...keyListeners.topics()]) {
        if (wholes.some((whole) => topic.startsWith(whole))) keyListeners.tell(topic);
      }
    },
  };
}

/** Value at a dotted path in a structure; undefined where it leads nowhere. */
function valueAt(structure: Record<string, unknown>, path: string): ReadingValue | undefined {
  let here: unknown = structure;
  for (const name of path.split('.')) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, name)) return undefined;
    here = (here as Record<string, unknown>)[name];
  }
  return here === null || here === undefined ? undefined : (here as ReadingValue);
}
