import { type LiveChange, liveBus } from '@/lib/live/bus';
import type { MetricInfo, Update } from '@/lib/live/protocol';
import { sharedOnce } from '@/lib/shared-state';
import { forgetDatasource, knownMemory } from './datasource-memory';
import { loadMemory } from './load-memory';
import type { DatasourceMemory, MetricMemory } from './memory';
import { mergeMinutes } from './minute-counter';
import { stateOf, updateOf } from './snapshot';

type Refresh = { since: number | undefined; done: Promise<LiveChange | undefined> };

const running = sharedOnce('memory-refreshes', () => new Map<string, Refresh>());

/**
 * Reads again what the database knows of a datasource that is in memory: other processes store too. Answers what is
 * news; undefined when the datasource is in memory no more, or does not exist any more.
 */
export function refreshMemory(id: string): Promise<LiveChange | undefined> {
  const since = liveBus().hearingSince(id);
  const other = running().get(id);
  // One that began when we heard of all changes already misses nothing.
  if (other && since !== undefined && other.since === since) return other.done;
  const refresh: Refresh = {
    since,
    done: readAgain(id).finally(() => {
      if (running().get(id) === refresh) running().delete(id);
    }),
  };
  running().set(id, refresh);
  return refresh.done;
}

async function readAgain(id: string): Promise<LiveChange | undefined> {
  const read = await loadMemory(id);
  const memory = knownMemory(id);
  if (!read) forgetDatasource(id);
  return read && memory ? takeOver(memory, read) : undefined;
}

/** Whatever is newer in `read`. What is only here (not written yet) stays. */
function takeOver(memory: DatasourceMemory, read: DatasourceMemory): LiveChange {
  const before = JSON.stringify(stateOf(memory));
  memory.name = read.name;
  memory.staleAfterSeconds = read.staleAfterSeconds;
  memory.fieldRules = read.fieldRules;
  memory.lastMessageAt = Math.max(memory.lastMessageAt ?? 0, read.lastMessageAt ?? 0) || null;
  if ((read.lastRefusal?.at ?? 0) > (memory.lastRefusal?.at ?? 0)) memory.lastRefusal = read.lastRefusal;
  memory.recentMinutes = mergeMinutes(memory.recentMinutes, read.recentMinutes);
  memory.lastArrivalUs = Math.max(memory.lastArrivalUs, read.lastArrivalUs);
  for (const [signature, shape] of read.shapes) memory.shapes.set(signature, shape);
  const metrics: MetricInfo[] = [];
  const updates: Update[] = [];
  for (const metric of read.metrics.values()) {
    const { isNewInfo, isNewValue, mine } = takeMetric(memory, metric);
    const update = isNewValue ? updateOf(mine) : undefined;
    if (isNewInfo) metrics.push(mine.info);
    if (update) updates.push(update);
  }
  memory.heardSince = read.heardSince;
  const state = stateOf(memory);
  return {
    datasourceId: memory.id,
    ...(JSON.stringify(state) === before ? {} : { state }),
    ...(metrics.length > 0 ? { metrics } : {}),
    ...(updates.length > 0 ? { updates } : {}),
  };
}

function takeMetric(memory: DatasourceMemory, read: MetricMemory) {
  const mine = memory.metrics.get(read.info.key);
  if (!mine) {
    memory.metrics.set(read.info.key, read);
    if (read.latestDirty) memory.dirtyMetrics.add(read);
    read.announced = read.info;
    return { mine: read, isNewInfo: true, isNewValue: true };
  }
  const info = mine.kindDirty ? { ...read.info, kind: mine.info.kind } : read.info;
  const isNewInfo = JSON.stringify(info) !== JSON.stringify(mine.info);
  if (isNewInfo) {
    mine.info = info;
    mine.announced = info;
  }
  const isNewValue = read.latestUs > mine.latestUs;
  if (isNewValue) {
    mine.latestUs = read.latestUs;
    mine.latestValue = read.latestValue;
    mine.latestDirty = read.latestDirty;
    if (read.latestDirty) memory.dirtyMetrics.add(mine);
  }
  return { mine, isNewInfo, isNewValue };
}
