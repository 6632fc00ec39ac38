import type { ReadingValue } from '@/lib/live/protocol';
import type { Numbers } from '../codec/numbers';
import type { Others } from '../codec/others';
import { readTimeUs } from '../postgres-time';

/**
 * A history is tens of thousands of readings. Packed into one cell in the database (`string_agg` over the binary
 * forms of its types) they cost some nanoseconds each; as rows, a microsecond.
 */
export const PACKED_NUMBERS = `string_agg(timestamptz_send(time) || float8send(value), ''::bytea)`;
const NUMBER_BYTES = 16;

export const PACKED_OTHERS = `string_agg(
  timestamptz_send(time) || int4send(octet_length(value)) || convert_to(value, 'UTF8'), ''::bytea)`;
const OTHER_HEAD_BYTES = 12;

const viewOf = (bytes: Buffer) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** In the order in which the database came upon them. */
export function unpackNumbers(bytes: Buffer): Numbers {
  const view = viewOf(bytes);
  const count = bytes.length / NUMBER_BYTES;
  const timesUs = new Float64Array(count);
  const values = new Float64Array(count);
  for (let i = 0, at = 0; i < count; i++, at += NUMBER_BYTES) {
    timesUs[i] = readTimeUs(view, at);
    values[i] = view.getFloat64(at + 8);
  }
  return { timesUs, values };
}

/** In the order of their times; of several of one time the last one stays. */
export function unpackOthers(bytes: Buffer): Others {
  const view = viewOf(bytes);
  const byTime = new Map<number, string>();
  for (let at = 0; at < bytes.length; ) {
    const length = view.getInt32(at + 8);
    const start = at + OTHER_HEAD_BYTES;
    byTime.set(readTimeUs(view, at), bytes.toString('utf8', start, start + length));
    at = start + length;
  }
  const entries = [...byTime].sort(([a], [b]) => a - b);
  return {
    timesUs: Float64Array.from(entries, ([time]) => time),
    values: entries.map(([, json]) => JSON.parse(json) as ReadingValue),
  };
}

/** As PostgreSQL reads it, without losing a microsecond. */
export function timeText(us: number): string {
  const bounded = Math.min(Math.max(us, -62e15), 250e15);
  const ms = Math.floor(bounded / 1000);
  const rest = String(Math.floor(bounded - ms * 1000)).padStart(3, '0');
  return new Date(ms).toISOString().replace('Z', `${rest}Z`);
}
