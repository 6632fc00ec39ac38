import { BitReader, type ByteReader, MalformedChunk } from './byte-reader';
import type { ByteWriter } from './byte-writer';
import { BLOCK } from './integers';

/**
 * Doubles that are no short decimals, in blocks of 64: the bits in which each differs from the one before, without
 * the zeros that all of a block have in front and behind. Head of a block: how many bits are left (0 to 64); if any, how many zeros are behind.
 */
export function writeFloats(writer: ByteWriter, values: Float64Array): void {
  const words = new Uint32Array(values.buffer, values.byteOffset, values.length * 2);
  const differences = new Uint32Array(BLOCK * 2);
  let lastLow = 0;
  let lastHigh = 0;
  for (let from = 0; from < values.length; from += BLOCK) {
    const count = Math.min(BLOCK, values.length - from);
    let anyLow = 0;
    let anyHigh = 0;
    for (let i = 0; i < count; i++) {
      const low = words[2 * (from + i)] as number;
      const high = words[2 * (from + i) + 1] as number;
      differences[2 * i] = low ^ lastLow;
      differences[2 * i + 1] = high ^ lastHigh;
      anyLow |= low ^ lastLow;
      anyHigh |= high ^ lastHigh;
      lastLow = low;
      lastHigh = high;
    }
    const behind = anyLow !== 0 ? zerosBehind(anyLow) : 32 + zerosBehind(anyHigh);
    const ahead = anyHigh !== 0 ? Math.clz32(anyHigh) : 32 + Math.clz32(anyLow);
    const bits = Math.max(0, 64 - ahead - behind);
    writer.byte(bits);
    if (bits === 0) continue;
    writer.byte(behind);
    for (let i = 0; i < count; i++) {
      writeDifference(writer, differences[2 * i] as number, differences[2 * i + 1] as number, behind, bits);
    }
    writer.flushBits();
  }
}

/** Zeros behind the lowest one of 32 bits; 32 when there is none. */
const zerosBehind = (word: number): number => (word === 0 ? 32 : 31 - Math.clz32(word & -word));

function writeDifference(writer: ByteWriter, low: number, high: number, behind: number, bits: number): void {
  const shiftedLow = behind >= 32 ? high >>> (behind - 32) : (low >>> behind) | shiftedIn(high, behind);
  const shiftedHigh = behind >= 32 ? 0 : high >>> behind;
  writeWord(writer, shiftedLow, Math.min(32, bits));
  if (bits > 32) writeWord(writer, shiftedHigh, bits - 32);
}

/** The bits of the upper word that come down into the lower one. A shift by 32 would be one by 0. */
const shiftedIn = (high: number, behind: number): number => (behind === 0 ? 0 : high << (32 - behind));

function writeWord(writer: ByteWriter, word: number, bits: number): void {
  writer.bits(word & 0xffff, Math.min(16, bits));
  if (bits > 16) writer.bits(word >>> 16, bits - 16);
}

export function readFloats(reader: ByteReader, values: Float64Array): void {
  const words = new Uint32Array(values.buffer, values.byteOffset, values.length * 2);
  let low = 0;
  let high = 0;
  for (let from = 0; from < values.length; from += BLOCK) {
    const to = Math.min(from + BLOCK, values.length);
    const bits = reader.byte();
    const behind = bits === 0 ? 0 : reader.byte();
    if (bits + behind > 64) throw new MalformedChunk('a number is too wide');
    const packed = new BitReader(reader.all, reader.skip(Math.ceil(((to - from) * bits) / 8)));
    for (let i = from; i < to; i++) {
      if (bits > 0) {
        const left = readWord(packed, Math.min(32, bits));
        const right = bits > 32 ? readWord(packed, bits - 32) : 0;
        if (behind >= 32) high ^= left << (behind - 32);
        else {
          low ^= left << behind;
          high ^= (right << behind) | (behind === 0 ? 0 : left >>> (32 - behind));
        }
      }
      words[2 * i] = low;
      words[2 * i + 1] = high;
    }
  }
}

function readWord(packed: BitReader, bits: number): number {
  if (bits <= 16) return packed.read(bits);
  const low = packed.read(16);
  return low | (packed.read(bits - 16) << 16);
}
