import type { Numbers } from '../codec/numbers';
import type { Buckets } from './buckets';

/**
 * M4: first, least, greatest and last of each bucket, by time. Drawn with one bucket per pixel column, the line is
 * the same as that of all readings; no extreme is lost.
 */
export function m4(buckets: Buckets): Numbers {
  const { counts, grid } = buckets;
  const timesUs = new Float64Array(grid.count * 4);
  const values = new Float64Array(timesUs.length);
  let length = 0;
  const push = (time: number, value: number) => {
    if (length > 0 && timesUs[length - 1] === time && values[length - 1] === value) return;
    timesUs[length] = time;
    values[length] = value;
    length += 1;
  };
  for (let slot = 0; slot < grid.count; slot++) {
    if (counts[slot] === 0) continue;
    const low = buckets.minTimes[slot] as number;
    const high = buckets.maxTimes[slot] as number;
    push(buckets.firstTimes[slot] as number, buckets.firsts[slot] as number);
    if (low <= high) push(low, buckets.mins[slot] as number);
    push(high, buckets.maxs[slot] as number);
    if (low > high) push(low, buckets.mins[slot] as number);
    push(buckets.lastTimes[slot] as number, buckets.lasts[slot] as number);
  }
  return { timesUs: timesUs.subarray(0, length), values: values.subarray(0, length) };
}

/**
 * Largest triangle three buckets: of each stretch the reading that stands out most from its neighbours (Steinarsson
 * 2013). First and last always stay.
 */
export function lttb({ timesUs, values }: Numbers, points: number): Numbers {
  const length = timesUs.length;
  if (length <= points || points < 3) return { timesUs, values };
  const keptTimes = new Float64Array(points);
  const keptValues = new Float64Array(points);
  const stretch = (length - 2) / (points - 2);
  const startOf = (bucket: number) => Math.min(length - 1, Math.floor(bucket * stretch) + 1);
  let chosen = 0;
  keptTimes[0] = timesUs[0] as number;
  keptValues[0] = values[0] as number;
  for (let bucket = 0; bucket < points - 2; bucket++) {
    const start = startOf(bucket);
    const end = startOf(bucket + 1);
    const [nextTime, nextValue] = meanOf({ timesUs, values }, end, Math.max(end + 1, startOf(bucket + 2)));
    const time = timesUs[chosen] as number;
    const value = values[chosen] as number;
    let largest = -1;
    // Areas of values near the end of a double's range are no numbers: then any reading of the stretch will do.
    chosen = start;
    for (let i = start; i < end; i++) {
      const area = Math.abs(
        (time - nextTime) * ((values[i] as number) - value) -
          (time - (timesUs[i] as number)) * (nextValue - value),
      );
      if (!(area > largest)) continue;
      largest = area;
      chosen = i;
    }
    keptTimes[bucket + 1] = timesUs[chosen] as number;
    keptValues[bucket + 1] = values[chosen] as number;
  }
  keptTimes[points - 1] = timesUs[length - 1] as number;
  keptValues[points - 1] = values[length - 1] as number;
  return { timesUs: keptTimes, values: keptValues };
}

function meanOf({ timesUs, values }: Numbers, start: number, end: number): [number, number] {
  const stop = Math.min(end, timesUs.length);
  let time = 0;
  let value = 0;
  for (let i = start; i < stop; i++) {
    time += (timesUs[i] as number) / (stop - start);
    value += (values[i] as number) / (stop - start);
  }
  return [time, value];
}
