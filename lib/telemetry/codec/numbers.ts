import { ByteReader } from './byte-reader';
import { ByteWriter } from './byte-writer';
import { expectFormat, FORMATS } from './formats';
import { readInstants, writeInstants } from './instants';
import { readValues, writeValues } from './values';

/**
 * Numbers of one metric in the order of their times (whole microseconds since 1970). A metric's day is one row of
 * `chunk` or several that don't overlap (SPEC C4).
 */
export type Numbers = { timesUs: Float64Array; values: Float64Array };

/**
 * Packs numbers without loss. Anything a double can hold is kept, finite or not, and -0 as -0.
 * @throws RangeError when times do not ascend, are no whole numbers or span 71 years
 */
export function encodeNumbers({ timesUs, values }: Numbers): Buffer {
  if (timesUs.length !== values.length) throw new RangeError('Each value has a time.');
  const writer = new ByteWriter(64 + 3 * timesUs.length);
  writer.byte(FORMATS.numbers);
  writeInstants(writer, timesUs);
  writeValues(writer, values);
  return writer.finish();
}

/** @throws MalformedChunk */
export function decodeNumbers(bytes: Uint8Array): Numbers {
  const reader = new ByteReader(bytes);
  expectFormat(reader, FORMATS.numbers);
  const timesUs = readInstants(reader);
  const values = new Float64Array(timesUs.length);
  readValues(reader, values);
  reader.end();
  return { timesUs, values };
}
