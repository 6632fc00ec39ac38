import { BitReader, type ByteReader, MalformedChunk } from './byte-reader';
import type { ByteWriter } from './byte-writer';

/**
 * Whole numbers in blocks of 64. A block holds the numbers themselves or their steps, whichever is shorter: a base,
 * and what each is above it, in as many bits as the greatest needs. A block that goes on as regularly as the one before costs
 * one byte.
 *
 * Head of a block: bit 7 steps, bit 6 the base is that of the last block of this sort, bits 0 to 5 the width. Then the
 * base (as a difference to that of the last block of this sort), then the bits, filled up to a byte.
 */
export const BLOCK = 64;
/** Numbers lie below this (in magnitude), so that no difference of differences is too great for a double. */
export const INTEGER_LIMIT = 2 ** 51;
const STEPS = 128;
const SAME_BASE = 64;
const WIDTH_MAX = 53;

export function writeIntegers(writer: ByteWriter, numbers: Float64Array): void {
  const bases: [number, number] = [0, 0];
  let previous = 0;
  for (let from = 0; from < numbers.length; from += BLOCK) {
    const to = Math.min(from + BLOCK, numbers.length);
    writeBlock(writer, numbers, from, to, previous, bases);
    previous = numbers[to - 1] as number;
  }
}

function writeBlock(
  writer: ByteWriter,
  numbers: Float64Array,
  from: number,
  to: number,
  previous: number,
  bases: [number, number],
): void {
  let least = Number.POSITIVE_INFINITY;
  let greatest = Number.NEGATIVE_INFINITY;
  let leastStep = Number.POSITIVE_INFINITY;
  let greatestStep = Number.NEGATIVE_INFINITY;
  let last = previous;
  for (let i = from; i < to; i++) {
    const value = numbers[i] as number;
    const step = value - last;
    last = value;
    if (value < least) least = value;
    if (value > greatest) greatest = value;
    if (step < leastStep) leastStep = step;
    if (step > greatestStep) greatestStep = step;
  }
  const width = bitsOf(greatest - least);
  const stepWidth = bitsOf(greatestStep - leastStep);
  const bySteps = stepWidth < width || (stepWidth === width && leastStep === bases[1]);
  const [kind, base, bits] = bySteps ? ([1, leastStep, stepWidth] as const) : ([0, least, width] as const);
  const isSame = base === bases[kind];
  writer.byte((bySteps ? STEPS : 0) | (isSame ? SAME_BASE : 0) | bits);
  if (!isSame) writer.signed(base - bases[kind]);
  bases[kind] = base;
  if (bits === 0) return;
  last = previous;
  for (let i = from; i < to; i++) {
    const value = numbers[i] as number;
    writeWide(writer, (bySteps ? value - last : value) - base, bits);
    last = value;
  }
  writer.flushBits();
}

/** How many bits a whole number from 0 takes. */
const bitsOf = (value: number): number =>
  value < 2 ** 31 ? 32 - Math.clz32(value) : 63 - Math.clz32(Math.floor(value / 2 ** 31));

function writeWide(writer: ByteWriter, value: number, bits: number): void {
  let rest = value;
  let left = bits;
  for (; left > 24; left -= 24) {
    writer.bits(rest % 2 ** 24, 24);
    rest = Math.floor(rest / 2 ** 24);
  }
  writer.bits(rest, left);
}

/** Reads as many numbers as `numbers` is long. */
export function readIntegers(reader: ByteReader, numbers: Float64Array): void {
  const bases: [number, number] = [0, 0];
  let previous = 0;
  for (let from = 0; from < numbers.length; from += BLOCK) {
    const to = Math.min(from + BLOCK, numbers.length);
    const head = reader.byte();
    const kind = head & STEPS ? 1 : 0;
    const bits = head & 63;
    if (bits > WIDTH_MAX) throw new MalformedChunk('a number is too wide');
    if (!(head & SAME_BASE)) bases[kind] += reader.signed();
    const base = bases[kind];
    const start = reader.skip(Math.ceil(((to - from) * bits) / 8));
    if (bits <= 24) readNarrow(reader.all, start, bits, numbers, from, to, base);
    else readWide(reader.all, start, bits, numbers, from, to, base);
    if (kind === 1) {
      for (let i = from; i < to; i++) {
        previous += numbers[i] as number;
        numbers[i] = previous;
      }
    }
    previous = numbers[to - 1] as number;
  }
}

function readNarrow(
  bytes: Uint8Array,
  start: number,
  bits: number,
  numbers: Float64Array,
  from: number,
  to: number,
  base: number,
): void {
  if (bits === 0) {
    numbers.fill(base, from, to);
    return;
  }
  const mask = (1 << bits) - 1;
  let at = start;
  let held = 0;
  let heldBits = 0;
  for (let i = from; i < to; i++) {
    while (heldBits < bits) {
      held |= (bytes[at++] as number) << heldBits;
      heldBits += 8;
    }
    numbers[i] = base + (held & mask);
    held >>>= bits;
    heldBits -= bits;
  }
}

function readWide(
  bytes: Uint8Array,
  start: number,
  bits: number,
  numbers: Float64Array,
  from: number,
  to: number,
  base: number,
): void {
  const reader = new BitReader(bytes, start);
  for (let i = from; i < to; i++) {
    let value = reader.read(24);
    let scale = 2 ** 24;
    for (let left = bits - 24; left > 0; left -= 24) {
      value += reader.read(Math.min(24, left)) * scale;
      scale *= 2 ** 24;
    }
    numbers[i] = base + value;
  }
}
