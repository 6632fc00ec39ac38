import type { LiveChange } from '@/lib/live/bus';
import type { MetricInfo, Update } from '@/lib/live/protocol';
import { VOTES_STANDING } from './kind-vote';
import { type DatasourceMemory, type MetricMemory, newMetricMemory } from './memory';
import { mergeMinutes } from './minute-counter';

/**
 * Takes over what another process stored, and writes down itself: nothing becomes dirty. Answers what of it is news:
 * a value that is older than the one known here is none.
 */
export function applyForeign(memory: DatasourceMemory, change: LiveChange): LiveChange {
  for (const info of change.metrics ?? []) takeMetric(memory, info);
  if (change.arrivedAt !== undefined) {
    memory.lastMessageAt = Math.max(memory.lastMessageAt ?? 0, change.arrivedAt);
  }
  if (change.state) takeState(memory, change.state);
  if (change.recentMinutes) memory.recentMinutes = mergeMinutes(memory.recentMinutes, change.recentMinutes);
  if (change.forgotten) forgetValues(memory, change.forgotten);
  if (!change.updates) return change;
  return { ...change, updates: takeUpdates(memory, change.updates) };
}

function takeMetric(memory: DatasourceMemory, info: MetricInfo): void {
  const known = memory.metrics.get(info.key);
  if (known) known.info = info;
  const metric = known ?? newMetricMemory(info, VOTES_STANDING);
  metric.announced = info;
  if (!known) memory.metrics.set(info.key, metric);
}

function takeState(memory: DatasourceMemory, state: NonNullable<LiveChange['state']>): void {
  memory.name = state.name;
  const at = memory.lastRefusal?.at ?? 0;
  if (state.lastRefusal && state.lastRefusal.at > at) memory.lastRefusal = state.lastRefusal;
}

/** Readings were deleted by another process, which has found the newest ones that are left. */
function forgetValues(memory: DatasourceMemory, ids: readonly number[]): void {
  const byId = metricsById(memory);
  for (const id of ids) {
    const metric = byId.get(id);
    if (!metric) continue;
    metric.latestUs = Number.NEGATIVE_INFINITY;
    metric.latestValue = undefined;
    metric.latestDirty = false;
  }
}

function takeUpdates(memory: DatasourceMemory, updates: readonly Update[]): Update[] {
  const byId = metricsById(memory);
  return updates.filter(([id, timeMs, value]) => {
    const metric = byId.get(id);
    if (!metric) return true; // of a metric that will be known after the next refresh
    // Of two values of one millisecond the one that comes later counts; finer times do not travel.
    if (timeMs < Math.floor(metric.latestUs / 1000)) return false;
    metric.latestUs = Math.max(metric.latestUs, timeMs * 1000);
    metric.latestValue = value;
    return true;
  });
}

/** Made again when there are more metrics than before: they are seldom made and never taken away. */
const tables = new WeakMap<DatasourceMemory, Map<number, MetricMemory>>();

function metricsById(memory: DatasourceMemory): Map<number, MetricMemory> {
  const known = tables.get(memory);
  if (known && known.size === memory.metrics.size) return known;
  const made = new Map([...memory.metrics.values()].map((metric) => [metric.info.id, metric]));
  tables.set(memory, made);
  return made;
}
