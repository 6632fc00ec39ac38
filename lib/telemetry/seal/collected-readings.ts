import type { ReadingValue } from '@/lib/live/protocol';
import type { Numbers } from '../codec/numbers';
import type { Others } from '../codec/others';

/** Readings of one metric that were met in the order of their times. */
class NumberColumn {
  private timesUs = new Float64Array(256);
  private values = new Float64Array(256);
  private count = 0;

  /** Of two of one time the later one counts. Answers whether it was a new time. */
  add(timeUs: number, value: number): boolean {
    if (this.count > 0 && timeUs <= (this.timesUs[this.count - 1] as number)) {
      if (timeUs < (this.timesUs[this.count - 1] as number)) throw new Error('Readings came out of order.');
      this.values[this.count - 1] = value;
      return false;
    }
    if (this.count === this.timesUs.length) {
      this.timesUs = grown(this.timesUs);
      this.values = grown(this.values);
    }
    this.timesUs[this.count] = timeUs;
    this.values[this.count] = value;
    this.count += 1;
    return true;
  }

  get readings(): Numbers {
    return {
      timesUs: this.timesUs.subarray(0, this.count),
      values: this.values.subarray(0, this.count),
    };
  }
}

function grown(column: Float64Array): Float64Array<ArrayBuffer> {
  const longer = new Float64Array(column.length * 2);
  longer.set(column);
  return longer;
}

class OtherColumn {
  private readonly timesUs: number[] = [];
  private readonly values: ReadingValue[] = [];

  add(timeUs: number, value: ReadingValue): void {
    if (this.timesUs.at(-1) === timeUs) this.values[this.values.length - 1] = value;
    else {
      this.timesUs.push(timeUs);
      this.values.push(value);
    }
  }

  get readings(): Others {
    return { timesUs: Float64Array.from(this.timesUs), values: this.values };
  }
}

const NUMBER_BYTES = 16;
const OTHER_BYTES = 64;

/** Readings of one datasource on their way into chunks, by metric. */
export class CollectedReadings {
  private readonly numberColumns = new Map<number, NumberColumn>();
  private readonly otherColumns = new Map<number, OtherColumn>();
  /** About how much memory they take. */
  bytes = 0;

  addNumber(metricId: number, timeUs: number, value: number): void {
    let column = this.numberColumns.get(metricId);
    if (!column) {
      column = new NumberColumn();
      this.numberColumns.set(metricId, column);
    }
    if (column.add(timeUs, value)) this.bytes += NUMBER_BYTES;
  }

  /** @param textLength of the JSON it was read from */
  addOther(metricId: number, timeUs: number, value: ReadingValue, textLength: number): void {
    let column = this.otherColumns.get(metricId);
    if (!column) {
      column = new OtherColumn();
      this.otherColumns.set(metricId, column);
    }
    column.add(timeUs, value);
    this.bytes += OTHER_BYTES + 2 * textLength;
  }

  get numbers(): Map<number, Numbers> {
    return new Map([...this.numberColumns].map(([metricId, column]) => [metricId, column.readings]));
  }

  get others(): Map<number, Others> {
    return new Map([...this.otherColumns].map(([metricId, column]) => [metricId, column.readings]));
  }
}
