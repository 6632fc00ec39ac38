import { decodeNumbers, encodeNumbers, type Numbers } from '../codec/numbers';
import { decodeOthers, encodeOthers, type Others } from '../codec/others';

export type Readings = { timesUs: Float64Array; values: { readonly length: number } };

/** Numbers and everything else are packed apart, each in its own way, and merged in the same. */
export type ReadingsSort<R extends Readings> = {
  isNumber: boolean;
  /** More readings than this are cut: a reader of an hour shall not unpack a day of a very fast sensor. */
  partMax: number;
  /** Smaller parts grow with what follows them; others are left alone, as growing means packing again. */
  partMin: number;
  encode: (readings: R) => Buffer;
  decode: (bytes: Uint8Array) => R;
  slice: (readings: R, from: number, to: number) => R;
  /** Both in the order of their times; where both have a time, the newer counts. */
  merge: (older: R, newer: R) => R;
};

export const NUMBERS: ReadingsSort<Numbers> = {
  isNumber: true,
  partMax: 65_536,
  partMin: 2_048,
  encode: encodeNumbers,
  decode: decodeNumbers,
  slice: ({ timesUs, values }, from, to) => ({
    timesUs: timesUs.subarray(from, to),
    values: values.subarray(from, to),
  }),
  merge: (older, newer) => {
    const values = new Float64Array(older.timesUs.length + newer.timesUs.length);
    const timesUs = interleave(older.timesUs, newer.timesUs, (to, source, from) => {
      values[to] = (source === 0 ? older : newer).values[from] as number;
    });
    return { timesUs, values: values.subarray(0, timesUs.length) };
  },
};

export const OTHERS: ReadingsSort<Others> = {
  isNumber: false,
  partMax: 4_096,
  partMin: 512,
  encode: encodeOthers,
  decode: decodeOthers,
  slice: ({ timesUs, values }, from, to) => ({
    timesUs: timesUs.subarray(from, to),
    values: values.slice(from, to),
  }),
  merge: (older, newer) => {
    const values: Others['values'] = [];
    const timesUs = interleave(older.timesUs, newer.timesUs, (to, source, from) => {
      values[to] = (source === 0 ? older : newer).values[from] as Others['values'][number];
    });
    return { timesUs, values };
  },
};

/** The times of both, each once; tells where the value of each comes from: 0 the older, 1 the newer. */
function interleave(
  older: Float64Array,
  newer: Float64Array,
  take: (to: number, source: 0 | 1, from: number) => void,
): Float64Array {
  const times = new Float64Array(older.length + newer.length);
  let count = 0;
  for (let o = 0, n = 0; o < older.length || n < newer.length; count++) {
    const oldTime = o < older.length ? (older[o] as number) : Number.POSITIVE_INFINITY;
    const newTime = n < newer.length ? (newer[n] as number) : Number.POSITIVE_INFINITY;
    if (newTime <= oldTime) {
      times[count] = newTime;
      take(count, 1, n++);
      if (newTime === oldTime) o += 1;
    } else {
      times[count] = oldTime;
      take(count, 0, o++);
    }
  }
  return times.subarray(0, count);
}
