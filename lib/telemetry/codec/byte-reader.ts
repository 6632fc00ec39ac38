/** Bytes that no encoder of ours has written. */
export class MalformedChunk extends Error {
  constructor(what: string) {
    super(`This chunk can't be read: ${what}.`);
    this.name = 'MalformedChunk';
  }
}

/** Reads what a `ByteWriter` wrote; past the end, or at what can't be, it throws. */
export class ByteReader {
  private at = 0;
  private readonly view: DataView;

  constructor(private readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  byte(): number {
    if (this.at >= this.bytes.length) throw new MalformedChunk('it ends too early');
    return this.bytes[this.at++] as number;
  }

  unsigned(): number {
    let value = 0;
    let scale = 1;
    for (;;) {
      const byte = this.byte();
      value += (byte & 127) * scale;
      if (byte < 128) return value;
      scale *= 128;
      if (scale > 2 ** 63) throw new MalformedChunk('a number does not end');
    }
  }

  signed(): number {
    const byte = this.byte();
    const magnitude = (byte & 63) + (byte >= 128 ? this.unsigned() * 64 : 0);
    return byte & 64 ? -magnitude : magnitude;
  }

  float8(): number {
    const start = this.skip(8);
    return this.view.getFloat64(start, true);
  }

  text(): string {
    const length = this.unsigned();
    const start = this.skip(length);
    return Buffer.from(this.bytes.buffer, this.bytes.byteOffset + start, length).toString('utf8');
  }

  /** Steps over so many bytes that are read directly; answers where they start. */
  skip(count: number): number {
    const start = this.at;
    if (start + count > this.bytes.length) throw new MalformedChunk('it ends too early');
    this.at += count;
    return start;
  }

  end(): void {
    if (this.at !== this.bytes.length) throw new MalformedChunk('it goes on after its end');
  }

  /** What is read directly, after `skip`. */
  get all(): Uint8Array {
    return this.bytes;
  }
}

/** Reads bits from a place on, at most 24 at a time, the lowest of a byte first. Who calls knows that they exist. */
export class BitReader {
  private held = 0;
  private heldBits = 0;

  constructor(
    private readonly bytes: Uint8Array,
    private at: number,
  ) {}

  read(width: number): number {
    while (this.heldBits < width) {
      this.held |= (this.bytes[this.at++] as number) << this.heldBits;
      this.heldBits += 8;
    }
    const value = this.held & ((1 << width) - 1);
    this.held >>>= width;
    this.heldBits -= width;
    return value;
  }
}
