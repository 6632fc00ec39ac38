import { transaction } from '@/lib/transaction';
import { estimateOffset } from './clock-offset';
import { forgetIdle, knownMemories } from './datasource-memory';
import { addMinutes, type MinuteRow } from './ingest-minute-table';
import {
  type LastMessageRow,
  type LatestRow,
  type MetricChangeRow,
  saveLastMessages,
  saveLatest,
  saveMetricChanges,
} from './latest-table';
import { type DatasourceMemory, isDirty, type MetricMemory } from './memory';
import { joinPeers } from './peers';

type Taken = {
  latest: LatestRow[];
  changes: MetricChangeRow[];
  lastMessages: LastMessageRow[];
  minutes: MinuteRow[];
  /** Puts everything back that was taken: it could not be written. */
  putBack: (() => void)[];
};

/** Writes latest values, kinds and counts of all datasources, coalesced, in one transaction. */
export async function flushMemory(): Promise<void> {
  joinPeers(); // whoever stores something tells others, also in a process without our server
  const taken: Taken = { latest: [], changes: [], lastMessages: [], minutes: [], putBack: [] };
  for (const memory of knownMemories()) if (isDirty(memory)) take(memory, taken);
  if (taken.putBack.length > 0) {
    taken.latest.sort((a, b) => a.id - b.id);
    taken.changes.sort((a, b) => a.id - b.id);
    try {
      await write(taken);
    } catch (error) {
      for (const undo of taken.putBack) undo();
      throw error;
    }
  }
  forgetIdle(Date.now());
}

function take(memory: DatasourceMemory, taken: Taken): void {
  const metrics = [...memory.dirtyMetrics];
  memory.dirtyMetrics.clear();
  for (const metric of metrics) takeMetric(memory, metric, taken);
  if (memory.lastMessageDirty && memory.lastMessageAt !== null) {
    const { clock } = memory;
    if (clock.dirty) {
      clock.savedMs = estimateOffset(clock);
      clock.dirty = false;
    }
    taken.lastMessages.push({
      datasourceId: memory.id,
      atMs: memory.lastMessageAt,
      clockOffsetMs: clock.savedMs,
    });
    memory.lastMessageDirty = false;
    taken.putBack.push(() => {
      memory.lastMessageDirty = true;
    });
  }
  const minutes = [...memory.minutes];
  memory.minutes.clear();
  for (const [minute, count] of minutes) {
    taken.minutes.push({ datasourceId: memory.id, minute, ...count });
    taken.putBack.push(() => {
      const counts = memory.minutes.get(minute) ?? { messages: 0, readings: 0, refused: 0 };
      counts.messages += count.messages;
      counts.readings += count.readings;
      counts.refused += count.refused;
      memory.minutes.set(minute, counts);
    });
  }
}

function takeMetric(memory: DatasourceMemory, metric: MetricMemory, taken: Taken): void {
  const { id, kind } = metric.info;
  if (metric.latestDirty) {
    taken.latest.push({ id, timeUs: metric.latestUs, value: JSON.stringify(metric.latestValue) });
    metric.latestDirty = false;
    taken.putBack.push(() => {
      metric.latestDirty = true;
      memory.dirtyMetrics.add(metric);
    });
  }
  const { mismatches, lastMismatch, kindDirty } = metric;
  if (mismatches === 0 && !kindDirty) return;
  taken.changes.push({ id, kind, mismatches, lastMismatch: lastMismatch ?? null });
  metric.mismatches = 0;
  metric.kindDirty = false;
  taken.putBack.push(() => {
    metric.mismatches += mismatches;
    metric.kindDirty ||= kindDirty;
    memory.dirtyMetrics.add(metric);
  });
}

const write = ({ latest, changes, lastMessages, minutes }: Taken): Promise<void> =>
  transaction(async (client) => {
    await saveLastMessages(client, lastMessages);
    await saveLatest(client, latest);
    await saveMetricChanges(client, changes);
    await addMinutes(client, minutes);
  });
