import { type ByteReader, MalformedChunk } from './byte-reader';
import type { ByteWriter } from './byte-writer';
import { INTEGER_LIMIT, readIntegers, writeIntegers } from './integers';

/** More readings than this are no chunk; it also bounds the memory that malformed bytes can ask for. */
export const READINGS_MAX = 2 ** 20;

/**
 * Their count, the first, the unit (the greatest that divides all steps: a minute for a regular sensor), and how many
 * units each lies after the first.
 */
export function writeInstants(writer: ByteWriter, timesUs: Float64Array): void {
  const count = timesUs.length;
  if (count > READINGS_MAX) throw new RangeError(`A chunk has at most ${READINGS_MAX} readings.`);
  writer.unsigned(count);
  if (count === 0) return;
  const first = timesUs[0] as number;
  const unit = unitOf(timesUs);
  writer.signed(first);
  writer.unsigned(unit);
  const units = new Float64Array(count);
  for (let i = 0; i < count; i++) units[i] = ((timesUs[i] as number) - first) / unit;
  writeIntegers(writer, units);
}

function unitOf(timesUs: Float64Array): number {
  let unit = 0;
  let last = timesUs[0] as number;
  if (!Number.isInteger(last)) throw new RangeError('Times are whole microseconds.');
  if ((timesUs[timesUs.length - 1] as number) - last >= INTEGER_LIMIT)
    throw new RangeError('The times of a chunk lie within 71 years.');
  for (let i = 1; i < timesUs.length; i++) {
    const time = timesUs[i] as number;
    if (!(time >= last && Number.isInteger(time))) throw new RangeError('Times are whole and ascend.');
    let rest = time - last;
    last = time;
    if (unit === 1) continue;
    while (rest !== 0) [unit, rest] = [rest, unit % rest];
  }
  return unit === 0 ? 1 : unit;
}

export function readInstants(reader: ByteReader): Float64Array {
  const count = reader.unsigned();
  if (count > READINGS_MAX) throw new MalformedChunk('it claims too many readings');
  const times = new Float64Array(count);
  if (count === 0) return times;
  const first = reader.signed();
  const unit = reader.unsigned();
  readIntegers(reader, times);
  for (let i = 0; i < count; i++) times[i] = first + (times[i] as number) * unit;
  return times;
}
