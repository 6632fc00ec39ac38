import type { Numbers } from '../codec/numbers';
import { DAY_US, HOUR_US } from '../times';
import type { BucketGrid } from './bucket-grid';
import type { DayHours } from './readings';

/**
 * What a metric did in each bucket of a grid, gathered from readings that come by ascending time, in memory that
 * depends on the grid only. Of hours that are only known summed up, the timesUs of least and greatest are the hour's
 * middle, those of first and last its edges.
 */
export class Buckets {
  readonly counts: Float64Array;
  readonly mins: Float64Array;
  readonly maxs: Float64Array;
  readonly sums: Float64Array;
  readonly firsts: Float64Array;
  readonly lasts: Float64Array;
  readonly minTimes: Float64Array;
  readonly maxTimes: Float64Array;
  readonly firstTimes: Float64Array;
  readonly lastTimes: Float64Array;
  total = 0;

  constructor(readonly grid: BucketGrid) {
    const column = () => new Float64Array(grid.count);
    this.counts = column();
    this.mins = column();
    this.maxs = column();
    this.sums = column();
    this.firsts = column();
    this.lasts = column();
    this.minTimes = column();
    this.maxTimes = column();
    this.firstTimes = column();
    this.lastTimes = column();
  }

  slotOf(us: number): number {
    const { startUs, widthUs, count } = this.grid;
    return Math.min(count - 1, Math.max(0, Math.floor((us - startUs) / widthUs)));
  }

  addNumbers({ timesUs, values }: Numbers): void {
    const { startUs, widthUs } = this.grid;
    this.total += timesUs.length;
    for (let i = 0; i < timesUs.length; ) {
      const slot = this.slotOf(timesUs[i] as number);
      const endUs = slot === this.grid.count - 1 ? Number.POSITIVE_INFINITY : startUs + (slot + 1) * widthUs;
      i = this.addRun(slot, endUs, { timesUs, values }, i);
    }
  }

  /** Adds readings of one bucket from index `i` on; answers where the next bucket begins. */
  private addRun(slot: number, endUs: number, { timesUs, values }: Numbers, i: number): number {
    const start = i;
    let min = values[i] as number;
    let max = min;
    let minTime = timesUs[i] as number;
    let maxTime = minTime;
    let sum = 0;
    do {
      const value = values[i] as number;
      sum += value;
      if (value < min) {
        min = value;
        minTime = timesUs[i] as number;
      } else if (value > max) {
        max = value;
        maxTime = timesUs[i] as number;
      }
      i += 1;
    } while (i < timesUs.length && (timesUs[i] as number) < endUs);
    this.join(slot, {
      count: i - start,
      ...{ min, minTime, max, maxTime, sum },
      ...{ first: values[start] as number, firstTime: timesUs[start] as number },
      ...{ last: values[i - 1] as number, lastTime: timesUs[i - 1] as number },
    });
    return i;
  }

  /** Only for grids of whole hours. */
  addHours({ day, hours }: DayHours): void {
    const dayUs = day * DAY_US;
    for (const hour of hours) {
      this.total += hour.count;
      const firstTime = dayUs + hour.firstUs;
      const lastTime = dayUs + hour.lastUs;
      const { count, sum, first, last, min, max } = hour;
      const minTime = min === first ? firstTime : min === last ? lastTime : (firstTime + lastTime) / 2;
      const maxTime = max === first ? firstTime : max === last ? lastTime : (firstTime + lastTime) / 2;
      const slot = this.slotOf(dayUs + hour.hour * HOUR_US);
      this.join(slot, { count, sum, first, firstTime, last, lastTime, min, minTime, max, maxTime });
    }
  }

  private join(slot: number, run: Run): void {
    const known = this.counts[slot] as number;
    if (known === 0) {
      this.firsts[slot] = run.first;
      this.firstTimes[slot] = run.firstTime;
    }
    if (known === 0 || run.min < (this.mins[slot] as number)) {
      this.mins[slot] = run.min;
      this.minTimes[slot] = run.minTime;
    }
    if (known === 0 || run.max > (this.maxs[slot] as number)) {
      this.maxs[slot] = run.max;
      this.maxTimes[slot] = run.maxTime;
    }
    this.sums[slot] = (this.sums[slot] as number) + run.sum;
    this.lasts[slot] = run.last;
    this.lastTimes[slot] = run.lastTime;
    this.counts[slot] = known + run.count;
  }
}

type Run = {
  count: number;
  min: number;
  minTime: number;
  max: number;
  maxTime: number;
  sum: number;
  first: number;
  firstTime: number;
  last: number;
  lastTime: number;
};
