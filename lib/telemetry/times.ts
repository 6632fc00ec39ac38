/** Messages are stored in microseconds since 1970: exact in a double until the year 2255. */
const MINUTE_MS = 60_000;
export const minuteOf = (ms: number): number => Math.floor(ms / MINUTE_MS) * MINUTE_MS;

export const HOUR_US = 3_600e6;
export const DAY_US = 24 * HOUR_US;
export const dayOf = (us: number): number => Math.floor(us / DAY_US);
export const isoDay = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

/** Index of the first of ascending times (or days) that is not before this one. */
export function lowerBound(times: ArrayLike<number>, time: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((times[middle] as number) < time) low = middle + 1;
    else high = middle;
  }
  return low;
}
