import type { Numbers } from '../codec/numbers';
import { DAY_US } from '../times';
import type { DayHours } from './readings';

/** Eight bins an octave: the usual interval is known to a tenth of itself. */
const BINS_PER_OCTAVE = 8;
const BINS = 48 * BINS_PER_OCTAVE;
/** Of long rows of readings only each so manieth interval is looked at for what is usual. */
const SAMPLE_EVERY = 16;
const SAMPLED_WHOLE = 2_000;

/** Finds stretches without readings that are longer than usual for a metric, while its readings pass by. */
export class GapFinder {
  private readonly bins = new Float64Array(BINS);
  private readonly candidates: [number, number][] = [];
  private lastUs: number | undefined;
  private seen = 0;

  /** @param shortestUs what is shorter is no gap that anyone could see */
  constructor(private readonly shortestUs: number) {}

  addNumbers({ timesUs }: Numbers): void {
    for (let i = 0; i < timesUs.length; i++) {
      const time = timesUs[i] as number;
      if (this.lastUs !== undefined) this.note(this.lastUs, time);
      this.lastUs = time;
    }
  }

  addHours({ day, hours }: DayHours): void {
    for (const { count, firstUs, lastUs } of hours) {
      if (count > 1) this.vote((lastUs - firstUs) / (count - 1), count - 1);
      if (this.lastUs !== undefined) this.note(this.lastUs, day * DAY_US + firstUs);
      this.lastUs = day * DAY_US + lastUs;
    }
  }

  /** The median interval between two readings; undefined when there were none. */
  usualUs(): number | undefined {
    let votes = 0;
    for (const count of this.bins) votes += count;
    if (votes === 0) return undefined;
    let passed = 0;
    for (const [bin, count] of this.bins.entries()) {
      passed += count;
      if (passed * 2 >= votes) return 2 ** ((bin + 0.5) / BINS_PER_OCTAVE);
    }
    return undefined;
  }

  /** Gaps longer than `factor` usual intervals: [last reading before, first after]. */
  gaps(factor: number): [number, number][] {
    const usual = this.usualUs();
    if (usual === undefined) return [];
    return this.candidates.filter(([from, to]) => to - from > factor * usual);
  }

  private note(fromUs: number, toUs: number): void {
    const interval = toUs - fromUs;
    if (interval > this.shortestUs) this.candidates.push([fromUs, toUs]);
    this.seen += 1;
    if (this.seen < SAMPLED_WHOLE || this.seen % SAMPLE_EVERY === 0) this.vote(interval, 1);
  }

  private vote(intervalUs: number, count: number): void {
    const bin = Math.floor(Math.log2(Math.max(1, intervalUs)) * BINS_PER_OCTAVE);
    const at = Math.min(BINS - 1, bin);
    this.bins[at] = (this.bins[at] as number) + count;
  }
}
