/** The bytes are no Snappy block, or unpack to more than allowed. */
export class SnappyFault extends Error {
  /** What the block says it unpacks to, where that is more than allowed. */
  constructor(
    message: string,
    readonly tooLong?: number,
  ) {
    super(message);
  }
}

const corrupt = (): SnappyFault => new SnappyFault('snappy: corrupt input');

/**
 * Unpacks a Snappy block (not the framed format). The length that it says is checked before anything is unpacked,
 * and every step is held against it. Our own: snappyjs walks two thousand million steps for nine hostile bytes,
 * and pbf reads on past a body's end.
 */
export function unpackSnappy(packed: Buffer, bytesMax: number): Buffer {
  const { length, begin } = readLength(packed);
  if (length > bytesMax) throw new SnappyFault(`snappy: ${length} bytes when unpacked`, length);
  const unpacked = Buffer.alloc(length);
  let from = begin;
  let to = 0;
  while (from < packed.length) {
    const tag = packed[from++] ?? 0;
    const kind = tag & 3;
    if (kind === 0) {
      let size = tag >>> 2;
      if (size >= 60) {
        const bytes = size - 59;
        if (from + bytes > packed.length) throw corrupt();
        size = packed.readUIntLE(from, bytes);
        from += bytes;
      }
      size += 1;
      if (from + size > packed.length || to + size > length) throw corrupt();
      packed.copy(unpacked, to, from, from + size);
      from += size;
      to += size;
      continue;
    }
    const bytes = kind === 3 ? 4 : kind;
    if (from + bytes > packed.length) throw corrupt();
    const size = kind === 1 ? ((tag >>> 2) & 7) + 4 : (tag >>> 2) + 1;
    const offset = packed.readUIntLE(from, bytes) + (kind === 1 ? (tag >>> 5) << 8 : 0);
    from += bytes;
    if (offset === 0 || offset > to || to + size > length) throw corrupt();
    // Where the copy overlaps itself it repeats what it has just written.
    if (offset >= size) unpacked.copyWithin(to, to - offset, to - offset + size);
    else for (let i = 0; i < size; i++) unpacked[to + i] = unpacked[to + i - offset] ?? 0;
    to += size;
  }
  if (to !== length) throw corrupt();
  return unpacked;
}

function readLength(packed: Buffer): { length: number; begin: number } {
  let length = 0;
  for (let i = 0; i < 5; i++) {
    const byte = packed[i];
    if (byte === undefined) throw corrupt();
    length += (byte & 0x7f) * 2 ** (7 * i);
    if (byte < 0x80) return { length, begin: i + 1 };
  }
  throw corrupt();
}
