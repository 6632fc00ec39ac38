import { type ByteReader, MalformedChunk } from './byte-reader';
import type { ByteWriter } from './byte-writer';
import { INTEGER_LIMIT, readIntegers, writeIntegers } from './integers';

/**
 * What sensors send has few decimal digits: 21.37 is the whole number 2137 and two digits. `single`: so it is after
 * rounding to 32 bits, as registers of machines hold their numbers (21.3700008…).
 */
export type Scale = { digits: number; single: boolean };

export const DIGITS_MAX = 9;
/** Single precision has seven significant digits; more would only spell out its noise. */
const SINGLE_DIGITS_MAX = 6;
/** One in so many may be an exception, written out in ten bytes: -0, or a driver's 1.7e308 for "broken". */
const EXCEPTION_SHARE = 32;
const POWERS = Array.from({ length: DIGITS_MAX + 1 }, (_, digits) => 10 ** digits);
const powerOf = (digits: number): number => POWERS[digits] as number;

/** The scale in which these values are whole (but for exceptions); undefined when there is none. */
export function findScale(values: Float64Array): Scale | undefined {
  const digits = findDigits(values, false, DIGITS_MAX);
  if (digits !== undefined) return { digits, single: false };
  if (!values.every((value) => Math.fround(value) === value)) return undefined;
  const ofSingles = findDigits(values, true, SINGLE_DIGITS_MAX);
  return ofSingles === undefined ? undefined : { digits: ofSingles, single: true };
}

function findDigits(values: Float64Array, single: boolean, max: number): number | undefined {
  const counts = new Uint32Array(max + 1);
  const allowed = Math.floor(values.length / EXCEPTION_SHARE);
  let misses = 0;
  let guess = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    let digits = guess;
    // Values of one sensor are alike: from the digits of the last one down, or else up.
    if (isWhole(value, digits, single)) while (digits > 0 && isWhole(value, digits - 1, single)) digits -= 1;
    else
      do digits += 1;
      while (digits <= max && !isWhole(value, digits, single));
    if (digits > max) {
      misses += 1;
      if (misses > allowed) return undefined;
      continue;
    }
    guess = digits;
    counts[digits] = (counts[digits] as number) + 1;
  }
  let covered = 0;
  for (let digits = 0; digits <= max; digits++) {
    covered += counts[digits] as number;
    if (values.length - covered > allowed) continue;
    return countExceptions(values, { digits, single }) <= allowed ? digits : undefined;
  }
  return undefined;
}

function countExceptions(values: Float64Array, { digits, single }: Scale): number {
  let count = 0;
  for (let i = 0; i < values.length; i++) if (!isWhole(values[i] as number, digits, single)) count += 1;
  return count;
}

function isWhole(value: number, digits: number, single: boolean): boolean {
  const power = powerOf(digits);
  const whole = Math.round(value * power);
  if (!(Math.abs(whole) < INTEGER_LIMIT)) return false;
  const back = single ? Math.fround(whole / power) : whole / power;
  // -0 is no whole number.
  return back === value && (whole !== 0 || 1 / value > 0);
}

export function writeDecimals(writer: ByteWriter, values: Float64Array, { digits, single }: Scale): void {
  const power = powerOf(digits);
  const wholes = new Float64Array(values.length);
  const exceptions: number[] = [];
  let last = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (isWhole(value, digits, single)) last = Math.round(value * power) + 0;
    else exceptions.push(i);
    wholes[i] = last;
  }
  writer.byte(digits);
  writer.unsigned(exceptions.length);
  let after = 0;
  for (const index of exceptions) {
    writer.unsigned(index - after);
    writer.float8(values[index] as number);
    after = index;
  }
  writeIntegers(writer, wholes);
}

export function readDecimals(reader: ByteReader, values: Float64Array, single: boolean): void {
  const digits = reader.byte();
  if (digits > DIGITS_MAX) throw new MalformedChunk('it has too many digits');
  const exceptions: [number, number][] = [];
  const count = reader.unsigned();
  if (count > values.length) throw new MalformedChunk('it has too many exceptions');
  for (let i = 0, index = 0; i < count; i++) {
    index += reader.unsigned();
    if (index >= values.length) throw new MalformedChunk('an exception lies outside');
    exceptions.push([index, reader.float8()]);
  }
  readIntegers(reader, values);
  const power = powerOf(digits);
  if (single) for (let i = 0; i < values.length; i++) values[i] = Math.fround((values[i] as number) / power);
  else if (power > 1) for (let i = 0; i < values.length; i++) values[i] = (values[i] as number) / power;
  for (const [index, value] of exceptions) values[index] = value;
}
