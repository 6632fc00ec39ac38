import { problem } from '@/lib/problem';
import { kindOf } from './memory';
import type { Message } from './message';
import type { NewMetric } from './metric-table';
import { dayOf } from './times';
import { oldestPartitionDay } from './write-lane';

/** What must be known of an import before its first row is written; of fixed size, however long the import. */
export class ImportOutline {
  messages = 0;
  readings = 0;
  /** How many bring no time of their own. */
  untimed = 0;
  fromUs = Number.POSITIVE_INFINITY;
  toUs = Number.NEGATIVE_INFINITY;
  /** Days that need a partition. */
  readonly days = new Set<number>();
  private readonly metrics = new Map<string, NewMetric>();
  private readonly oldestDay = oldestPartitionDay();

  constructor(private readonly metricsMax: number) {}

  get newMetrics(): NewMetric[] {
    return [...this.metrics.values()];
  }

  /** @throws Problem when there are more data keys than a datasource may have */
  add(messages: readonly Message[]): void {
    for (const message of messages) {
      this.messages += 1;
      this.readings += message.keys.length;
      this.addTime(message.timeUs);
      this.addKeys(message);
    }
  }

  private addTime(timeUs: number | undefined): void {
    if (timeUs === undefined) {
      this.untimed += 1;
      return;
    }
    if (timeUs < this.fromUs) this.fromUs = timeUs;
    if (timeUs > this.toUs) this.toUs = timeUs;
    const day = dayOf(timeUs);
    if (day >= this.oldestDay) this.days.add(day);
  }

  private addKeys({ keys, values }: Message): void {
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i] as string;
      const value = values[i];
      if (this.metrics.has(key) || value === undefined) continue;
      if (this.metrics.size >= this.metricsMax)
        throw problem('invalid_reading', {
          detail: `A datasource may have at most ${this.metricsMax} data keys; this body has more.`,
        });
      this.metrics.set(key, { key, kind: kindOf(value) });
    }
  }
}
