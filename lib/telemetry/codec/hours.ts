import { HOUR_US } from '../times';
import { ByteReader, MalformedChunk } from './byte-reader';
import { ByteWriter } from './byte-writer';
import { expectFormat, FORMATS } from './formats';
import { readIntegers, writeIntegers } from './integers';
import { readValues, writeValues } from './values';

/** The numbers of one metric in one hour of a day (UTC). Hours without any have no summary. */
export type HourSummary = {
  /** 0 to 23. */
  hour: number;
  count: number;
  min: number;
  max: number;
  /** Exact where the numbers are short decimals. */
  sum: number;
  first: number;
  last: number;
  /** When the first and the last were, in microseconds since the start of the day. */
  firstUs: number;
  lastUs: number;
};

const WHOLE_COLUMNS = ['hour', 'count', 'firstUs', 'lastUs'] as const;
const VALUE_COLUMNS = ['min', 'max', 'first', 'last'] as const;

/** Packs the summaries of a day, column by column. @param hours at most 24, ascending */
export function encodeHours(hours: readonly HourSummary[]): Buffer {
  const writer = new ByteWriter(512);
  writer.byte(FORMATS.hours);
  writer.byte(hours.length);
  for (const column of WHOLE_COLUMNS) {
    const intoHour = column === 'firstUs' || column === 'lastUs';
    // Within its hour: a regular sensor has the same in each.
    const numbers = hours.map((hour) => hour[column] - (intoHour ? hour.hour * HOUR_US : 0));
    const unit = numbers.every((number) => number % 1000 === 0) ? 1000 : 1;
    if (intoHour) writer.unsigned(unit);
    writeIntegers(
      writer,
      Float64Array.from(numbers, (number) => (intoHour ? number / unit : number)),
    );
  }
  writeValues(
    writer,
    Float64Array.from(VALUE_COLUMNS.flatMap((column) => hours.map((hour) => hour[column]))),
  );
  writeValues(
    writer,
    Float64Array.from(hours, ({ sum }) => sum),
  );
  return writer.finish();
}

/** @throws MalformedChunk */
export function decodeHours(bytes: Uint8Array): HourSummary[] {
  const reader = new ByteReader(bytes);
  expectFormat(reader, FORMATS.hours);
  const count = reader.byte();
  if (count > 24) throw new MalformedChunk('a day has 24 hours');
  const wholes = WHOLE_COLUMNS.map((column) => {
    const unit = column === 'firstUs' || column === 'lastUs' ? reader.unsigned() : 1;
    const numbers = new Float64Array(count);
    readIntegers(reader, numbers);
    return numbers.map((number) => number * unit);
  });
  const values = new Float64Array(VALUE_COLUMNS.length * count);
  readValues(reader, values);
  const sums = new Float64Array(count);
  readValues(reader, sums);
  reader.end();
  const [hours, counts, firsts, lasts] = wholes as [Float64Array, Float64Array, Float64Array, Float64Array];
  return Array.from(hours, (hour, i) => ({
    hour,
    count: counts[i] as number,
    min: values[i] as number,
    max: values[count + i] as number,
    sum: sums[i] as number,
    first: values[2 * count + i] as number,
    last: values[3 * count + i] as number,
    firstUs: hour * HOUR_US + (firsts[i] as number),
    lastUs: hour * HOUR_US + (lasts[i] as number),
  }));
}
