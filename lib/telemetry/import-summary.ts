import { liveBus } from '@/lib/live/bus';
import type { MetricKind, ReadingValue } from '@/lib/live/protocol';
import { noteKind, publishReadings } from './apply-readings';
import { VOTES_MAX } from './kind-vote';
import { type DatasourceMemory, kindOf, type MetricMemory } from './memory';
import { countMinute } from './minute-counter';
import type { PreparedMessage } from './prepare-messages';
import { LATE_US } from './recover-latest';

type Newest = {
  timeUs: number;
  value: ReadingValue;
  kinds: Map<MetricKind, { count: number; value: ReadingValue }>;
};

/** So many equal votes decide, whatever was before. */
const VOTES_ENOUGH = 2 * VOTES_MAX;

/** What the memory will be told when an import is committed; of fixed size, however long the import. */
export class ImportSummary {
  private messages = 0;
  private readings = 0;
  private readonly byMetric = new Map<MetricMemory, Newest>();

  add(messages: readonly PreparedMessage[]): void {
    for (const { timeUs, metrics, values } of messages) {
      this.messages += 1;
      this.readings += metrics.length;
      for (let i = 0; i < metrics.length; i++)
        this.addReading(metrics[i] as MetricMemory, timeUs, values[i] as ReadingValue);
    }
  }

  private addReading(metric: MetricMemory, timeUs: number, value: ReadingValue): void {
    let newest = this.byMetric.get(metric);
    if (!newest) {
      newest = { timeUs, value, kinds: new Map() };
      this.byMetric.set(metric, newest);
    } else if (timeUs >= newest.timeUs) {
      newest.timeUs = timeUs;
      newest.value = value;
    }
    const kind = kindOf(value);
    const seen = newest.kinds.get(kind);
    if (seen) seen.count += 1;
    else newest.kinds.set(kind, { count: 1, value });
  }

  /** After the commit: latest values, kinds, counts, live streams. Answers as `applyReadings` does. */
  apply(memory: DatasourceMemory, arrivedMs: number): { isLate: boolean } {
    const wanted = liveBus().wanted(memory.id);
    const changed = new Set<MetricMemory>();
    let isLate = false;
    for (const [metric, { timeUs, value, kinds }] of this.byMetric) {
      // The most frequent kind has the last word.
      for (const seen of [...kinds.values()].sort((a, b) => a.count - b.count)) {
        for (let votes = Math.min(seen.count, VOTES_ENOUGH); votes > 0; votes--)
          noteKind(memory, metric, seen.value);
      }
      if (timeUs < metric.latestUs) continue;
      metric.latestUs = timeUs;
      metric.latestValue = value;
      metric.latestDirty = true;
      memory.dirtyMetrics.add(metric);
      changed.add(metric);
      if (timeUs < arrivedMs * 1000 - LATE_US) isLate = true;
    }
    const counts = { messages: this.messages, readings: this.readings, refused: 0 };
    const isNewMinute = countMinute(memory, arrivedMs, counts);
    memory.lastMessageAt = Math.max(memory.lastMessageAt ?? 0, arrivedMs);
    memory.lastMessageDirty = true;
    memory.storedAt = arrivedMs;
    if (wanted) publishReadings(memory, changed, isNewMinute);
    return { isLate };
  }
}
