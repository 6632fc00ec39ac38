/** Writes the parts of a chunk one after the other into memory that grows. */
export class ByteWriter {
  private bytes: Buffer;
  private length = 0;

  constructor(sizeGuess: number) {
    this.bytes = Buffer.allocUnsafe(Math.max(64, sizeGuess));
  }

  /** What was written, in memory of its own. */
  finish(): Buffer {
    return Buffer.from(this.bytes.subarray(0, this.length));
  }

  get size(): number {
    return this.length;
  }

  byte(value: number): void {
    this.reserve(1);
    this.bytes[this.length++] = value;
  }

  /** A whole number from 0, seven bits a byte, the lowest first. */
  unsigned(value: number): void {
    this.reserve(10);
    let rest = value;
    while (rest >= 128) {
      this.bytes[this.length++] = (rest % 128) + 128;
      rest = Math.floor(rest / 128);
    }
    this.bytes[this.length++] = rest;
  }

  /** A whole number: its sign and six bits first, so that no number is too great for a double on the way. */
  signed(value: number): void {
    const magnitude = Math.abs(value);
    const sign = value < 0 ? 64 : 0;
    if (magnitude < 64) {
      this.byte(magnitude + sign);
      return;
    }
    this.byte((magnitude % 64) + sign + 128);
    this.unsigned(Math.floor(magnitude / 64));
  }

  float8(value: number): void {
    this.reserve(8);
    this.bytes.writeDoubleLE(value, this.length);
    this.length += 8;
  }

  /** Its length, then the text. */
  text(value: string): void {
    const length = Buffer.byteLength(value);
    this.unsigned(length);
    this.reserve(length);
    this.length += this.bytes.write(value, this.length);
  }

  append(other: ByteWriter): void {
    this.reserve(other.length);
    other.bytes.copy(this.bytes, this.length, 0, other.length);
    this.length += other.length;
  }

  // Bits, the lowest of a byte first; `flushBits` ends the last byte.
  private held = 0;
  private heldBits = 0;

  /** The lowest `width` bits (at most 24) of a whole number. */
  bits(value: number, width: number): void {
    this.held |= value << this.heldBits;
    this.heldBits += width;
    if (this.heldBits < 8) return;
    this.reserve(4);
    while (this.heldBits >= 8) {
      this.bytes[this.length++] = this.held;
      this.held >>>= 8;
      this.heldBits -= 8;
    }
  }

  flushBits(): void {
    if (this.heldBits > 0) this.byte(this.held);
    this.held = 0;
    this.heldBits = 0;
  }

  private reserve(count: number): void {
    if (this.length + count <= this.bytes.length) return;
    const grown = Buffer.allocUnsafe(Math.max(this.bytes.length * 2, this.length + count));
    this.bytes.copy(grown, 0, 0, this.length);
    this.bytes = grown;
  }
}
