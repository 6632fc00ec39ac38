import { sharedOnce } from '@/lib/shared-state';
import type { DatasourceState, MetricInfo, Update } from './protocol';

/** What happened to one datasource. Plain data, so that a bus between processes can carry it. */
export type LiveChange = {
  datasourceId: string;
  /** Arrival of a message. */
  arrivedAt?: number;
  state?: DatasourceState;
  metrics?: MetricInfo[];
  updates?: Update[];
};

/**
 * Carries changes from whoever stores readings to whoever shows them. This one is within the process; PostgreSQL
 * `LISTEN/NOTIFY` or NATS fit behind the same three functions.
 */
export type LiveBus = {
  publish: (change: LiveChange) => void;
  subscribe: (datasourceId: string, listener: (change: LiveChange) => void) => () => void;
  /** Does anyone listen? Spares the making of a change that nobody wants. */
  wanted: (datasourceId: string) => boolean;
};

export const liveBus: () => LiveBus = sharedOnce('live-bus', createInProcessBus);

function createInProcessBus(): LiveBus {
  const listeners = new Map<string, Set<(change: LiveChange) => void>>();
  return {
    publish: (change) => {
      for (const listener of listeners.get(change.datasourceId) ?? []) listener(change);
    },
    subscribe: (datasourceId, listener) => {
      const set = listeners.get(datasourceId) ?? new Set();
      listeners.set(datasourceId, set);
      set.add(listener);
      return () => {
        set.delete(listener);
        if (set.size === 0 && listeners.get(datasourceId) === set) listeners.delete(datasourceId);
      };
    },
    wanted: (datasourceId) => listeners.has(datasourceId),
  };
}
