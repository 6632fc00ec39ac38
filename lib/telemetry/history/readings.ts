import type { HourSummary } from '../codec/hours';
import type { Numbers } from '../codec/numbers';
import type { Others } from '../codec/others';
import { DAY_US, HOUR_US, lowerBound } from '../times';

/**
 * `from` belongs to it, `to` does not. Times inside history are microseconds since 1970, as stored; milliseconds only
 * at the edge.
 */
export type Span = { fromUs: number; toUs: number };

/** The hours of one day (UTC, counted from 1970) of a metric, summed up. */
export type DayHours = { day: number; hours: readonly HourSummary[] };

/** Does an hour of a day have any part in a span? Of an hour that it cuts there may be nothing finer. */
export function touchesHour({ fromUs, toUs }: Span, day: number, hour: number): boolean {
  const start = day * DAY_US + hour * HOUR_US;
  return start < toUs && start + HOUR_US > fromUs;
}

export const NO_NUMBERS: Numbers = { timesUs: new Float64Array(0), values: new Float64Array(0) };
export const NO_OTHERS: Others = { timesUs: new Float64Array(0), values: [] };

/** A piece by index: a view, no copy. */
export const pieceOf = ({ timesUs, values }: Numbers, start: number, end: number): Numbers => ({
  timesUs: timesUs.subarray(start, end),
  values: values.subarray(start, end),
});

export const numbersWithin = (numbers: Numbers, { fromUs, toUs }: Span): Numbers =>
  pieceOf(numbers, lowerBound(numbers.timesUs, fromUs), lowerBound(numbers.timesUs, toUs));

export function othersWithin({ timesUs, values }: Others, { fromUs, toUs }: Span): Others {
  const start = lowerBound(timesUs, fromUs);
  const end = lowerBound(timesUs, toUs);
  return { timesUs: timesUs.subarray(start, end), values: values.slice(start, end) };
}

/** Both together by time; where both have a time, the first (rows, which are newer than chunks) wins. */
export function mergeNumbers(winning: Numbers, losing: Numbers): Numbers {
  if (winning.timesUs.length === 0) return losing;
  if (losing.timesUs.length === 0) return winning;
  const length = winning.timesUs.length + losing.timesUs.length;
  const merged = { timesUs: new Float64Array(length), values: new Float64Array(length) };
  return pieceOf(merged, 0, mergeInto(merged, winning, losing));
}

export function mergeOthers(winning: Others, losing: Others): Others {
  if (winning.timesUs.length === 0) return losing;
  if (losing.timesUs.length === 0) return winning;
  const merged: Others = {
    timesUs: new Float64Array(winning.timesUs.length + losing.timesUs.length),
    values: [],
  };
  const length = mergeInto(merged, winning, losing);
  return { timesUs: merged.timesUs.subarray(0, length), values: merged.values };
}

type Columns<V> = { timesUs: Float64Array; values: { [index: number]: V } };

function mergeInto<V>(target: Columns<V>, a: Columns<V>, b: Columns<V>): number {
  let i = 0;
  let j = 0;
  let at = 0;
  while (i < a.timesUs.length || j < b.timesUs.length) {
    const timeA = i < a.timesUs.length ? (a.timesUs[i] as number) : Number.POSITIVE_INFINITY;
    const timeB = j < b.timesUs.length ? (b.timesUs[j] as number) : Number.POSITIVE_INFINITY;
    target.timesUs[at] = Math.min(timeA, timeB);
    target.values[at] = (timeA <= timeB ? a.values[i] : b.values[j]) as V;
    at += 1;
    if (timeA <= timeB) i += 1;
    if (timeB <= timeA) j += 1;
  }
  return at;
}

/** Orders by time; of several values of one time (two shapes brought it) the last one stays. */
export function sortNumbers({ timesUs, values }: Numbers): Numbers {
  let sorted = true;
  for (let i = 1; sorted && i < timesUs.length; i++)
    sorted = (timesUs[i - 1] as number) < (timesUs[i] as number);
  if (sorted) return { timesUs, values };
  const order = Uint32Array.from(timesUs, (_, i) => i);
  order.sort((a, b) => (timesUs[a] as number) - (timesUs[b] as number) || a - b);
  const result = { timesUs: new Float64Array(order.length), values: new Float64Array(order.length) };
  let kept = -1;
  for (const i of order) {
    if (kept < 0 || result.timesUs[kept] !== timesUs[i]) kept += 1;
    result.timesUs[kept] = timesUs[i] as number;
    result.values[kept] = values[i] as number;
  }
  return pieceOf(result, 0, kept + 1);
}

export function joinNumbers(parts: readonly Numbers[]): Numbers {
  if (parts.length === 1 && parts[0]) return parts[0];
  const length = parts.reduce((sum, { timesUs }) => sum + timesUs.length, 0);
  const joined = { timesUs: new Float64Array(length), values: new Float64Array(length) };
  let at = 0;
  for (const part of parts) {
    joined.timesUs.set(part.timesUs, at);
    joined.values.set(part.values, at);
    at += part.timesUs.length;
  }
  return joined;
}
