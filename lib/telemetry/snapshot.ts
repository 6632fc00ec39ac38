import { staleAfterMs, usualGapMs } from '@/lib/datasource/status';
import type { DatasourceState, Snapshot, Update } from '@/lib/live/protocol';
import type { DatasourceMemory, MetricMemory } from './memory';

export function stateOf(memory: DatasourceMemory): DatasourceState {
  const { lastMessageAt, lastRefusal } = memory;
  return {
    id: memory.id,
    name: memory.name,
    lastMessageAt,
    staleAfterMs: staleAfterMs(memory.staleAfterSeconds, usualGapMs(memory.recentMinutes)),
    lastRefusal: lastRefusal && lastRefusal.at > (lastMessageAt ?? 0) ? lastRefusal : null,
  };
}

/** A metric's newest value as the stream carries it; undefined when none is known. */
export function updateOf(metric: MetricMemory): Update | undefined {
  if (metric.latestValue === undefined) return undefined;
  return [metric.info.id, Math.floor(metric.latestUs / 1000), metric.latestValue];
}

/** Everything that is known of these datasources now. */
export function snapshotOf(memories: readonly DatasourceMemory[]): Snapshot {
  const snapshot: Snapshot = { now: Date.now(), datasources: [], metrics: [], updates: [] };
  for (const memory of memories) {
    snapshot.datasources.push(stateOf(memory));
    for (const metric of memory.metrics.values()) {
      snapshot.metrics.push(metric.info);
      const update = updateOf(metric);
      if (update) snapshot.updates.push(update);
    }
  }
  return snapshot;
}
