import { liveBus } from '@/lib/live/bus';
import type { MetricInfo, ReadingValue, Update } from '@/lib/live/protocol';
import { SAMPLE_EVERY_MS, sampleClock } from './clock-offset';
import { voteKind } from './kind-vote';
import { type DatasourceMemory, kindOf, type MetricMemory } from './memory';
import { countMinute } from './minute-counter';
import { LATE_US } from './recover-latest';
import { stateOf, updateOf } from './snapshot';
import type { Batch } from './write-lane';

/** Stays empty. */
const NOBODY_ASKS = new Set<MetricMemory>();

/**
 * Takes over what was just committed: latest values, kinds, counts; and tells the live streams. Answers whether a
 * late message gave a latest value, which must then be written before the message is acknowledged (LATE_US).
 */
export function applyReadings({ memory, arrivedUs, messages }: Batch): { isLate: boolean } {
  const wanted = liveBus().wanted(memory.id);
  const changed: Set<MetricMemory> = wanted ? new Set() : NOBODY_ASKS;
  let readings = 0;
  let isLate = false;
  for (const { timeUs, metrics, values } of messages) {
    readings += metrics.length;
    for (let i = 0; i < metrics.length; i++) {
      const metric = metrics[i] as MetricMemory;
      const value = values[i] as ReadingValue;
      noteKind(memory, metric, value);
      if (timeUs < metric.latestUs) continue;
      metric.latestUs = timeUs;
      metric.latestValue = value;
      if (!metric.latestDirty) {
        metric.latestDirty = true;
        memory.dirtyMetrics.add(metric);
      }
      if (wanted) changed.add(metric);
      if (timeUs < arrivedUs - LATE_US) isLate = true;
    }
  }
  const arrivedMs = Math.floor(arrivedUs / 1000);
  const isNewMinute = countMinute(memory, arrivedMs, { messages: messages.length, readings, refused: 0 });
  memory.lastMessageAt = Math.max(memory.lastMessageAt ?? 0, arrivedMs);
  memory.lastMessageDirty = true;
  memory.storedAt = arrivedMs;
  if (arrivedMs - memory.clock.sampledAt >= SAMPLE_EVERY_MS) noteClock(memory, messages, arrivedMs);
  if (wanted) publishReadings(memory, changed, isNewMinute);
  return { isLate };
}

/** Of messages that come together the newest tells the clock; older ones were kept back. */
function noteClock({ clock }: DatasourceMemory, messages: Batch['messages'], arrivedMs: number): void {
  let newestUs = Number.NEGATIVE_INFINITY;
  for (const { hasOwnTime, timeUs } of messages) if (hasOwnTime && timeUs > newestUs) newestUs = timeUs;
  if (newestUs > Number.NEGATIVE_INFINITY) sampleClock(clock, newestUs / 1000, arrivedMs);
}

/** Counts a value for the kind of its metric. */
export function noteKind(memory: DatasourceMemory, metric: MetricMemory, value: ReadingValue): void {
  if (voteKind(metric, kindOf(value))) {
    metric.mismatches += 1;
    metric.lastMismatch = (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 200);
    memory.dirtyMetrics.add(metric);
  } else if (metric.kindDirty) {
    memory.dirtyMetrics.add(metric);
  }
}

/** Tells the live streams. */
export function publishReadings(
  memory: DatasourceMemory,
  changed: ReadonlySet<MetricMemory>,
  withState: boolean,
): void {
  const updates: Update[] = [];
  const metrics: MetricInfo[] = [];
  for (const metric of changed) {
    const update = updateOf(metric);
    if (update) updates.push(update);
    if (metric.announced === metric.info) continue;
    metric.announced = metric.info;
    metrics.push(metric.info);
  }
  liveBus().publish({
    datasourceId: memory.id,
    ...(memory.lastMessageAt === null ? {} : { arrivedAt: memory.lastMessageAt }),
    updates,
    ...(metrics.length > 0 ? { metrics } : {}),
    ...(withState ? { state: stateOf(memory), recentMinutes: memory.recentMinutes } : {}),
  });
}
