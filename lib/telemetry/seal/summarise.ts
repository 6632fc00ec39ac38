import { findScale } from '../codec/decimals';
import type { HourSummary } from '../codec/hours';
import type { Numbers } from '../codec/numbers';
import { HOUR_US } from '../times';

type Hour = HourSummary & {
  /** What rounding took from the sum (Neumaier). */
  lost: number;
};

/** Sums up the hours of a day; fed with its readings in the order of their times, in pieces. */
export class DaySummary {
  private readonly hours = new Map<number, Hour>();
  /** Decimal digits of all readings so far; undefined: there is no telling. */
  private digits: number | undefined = 0;

  constructor(private readonly dayStartUs: number) {}

  add({ timesUs, values }: Numbers): void {
    if (values.length === 0) return;
    const scale = findScale(values);
    this.digits =
      this.digits === undefined || !scale || scale.single ? undefined : Math.max(this.digits, scale.digits);
    let hour: Hour | undefined;
    let endUs = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < values.length; i++) {
      const intoDay = (timesUs[i] as number) - this.dayStartUs;
      const value = values[i] as number;
      if (!hour || intoDay >= endUs) {
        hour = this.hourAt(intoDay, value);
        endUs = (hour.hour + 1) * HOUR_US;
      }
      hour.count += 1;
      if (value < hour.min) hour.min = value;
      if (value > hour.max) hour.max = value;
      hour.last = value;
      hour.lastUs = intoDay;
      const sum = hour.sum + value;
      hour.lost += Math.abs(hour.sum) >= Math.abs(value) ? hour.sum - sum + value : value - sum + hour.sum;
      hour.sum = sum;
    }
  }

  private hourAt(intoDay: number, value: number): Hour {
    const hour = Math.floor(intoDay / HOUR_US);
    const known = this.hours.get(hour);
    if (known) return known;
    const made: Hour = {
      hour,
      count: 0,
      min: value,
      max: value,
      sum: 0,
      lost: 0,
      first: value,
      last: value,
      firstUs: intoDay,
      lastUs: intoDay,
    };
    this.hours.set(hour, made);
    return made;
  }

  /** Ascending. */
  finish(): HourSummary[] {
    return [...this.hours.values()]
      .sort((a, b) => a.hour - b.hour)
      .map(({ lost, sum, ...hour }) => ({ ...hour, sum: neatSum(sum, lost, this.digits) }));
  }
}

/**
 * The sum of 0.1 and 0.2 is meant to be 0.3: where all readings have so many digits, their sum has too. One beyond
 * what a double holds is the greatest double.
 */
function neatSum(rounded: number, lost: number, digits: number | undefined): number {
  const whole = Number.isFinite(lost) ? rounded + lost : rounded;
  const sum = Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, whole));
  if (digits === undefined) return sum;
  const power = 10 ** digits;
  const neat = Math.round(sum * power) / power;
  return Math.abs(neat - sum) <= Math.abs(sum) * 4 * Number.EPSILON ? neat : sum;
}

/** Later summaries replace earlier ones of their hours. */
export function replaceHours(known: readonly HourSummary[], newer: readonly HourSummary[]): HourSummary[] {
  const byHour = new Map([...known, ...newer].map((hour) => [hour.hour, hour]));
  return [...byHour.values()].sort((a, b) => a.hour - b.hour);
}
