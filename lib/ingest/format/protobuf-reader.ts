/** The bytes are no protobuf message, or end too soon. */
export class ProtobufFault extends Error {}

export const VARINT = 0;
export const FIXED64 = 1;
export const BYTES = 2;
const FIXED32 = 5;

const MORE = 0x80;
const VARINT_BYTES_MAX = 10;

/**
 * Walks the fields of a protobuf message. Every step is held against the message's end: what is cut is a fault, never
 * a value that is silently too short.
 *
 *     while (reader.next()) if (reader.field === 1) … else reader.skip();
 */
export class ProtobufReader {
  field = 0;
  private type = 0;
  private readonly view: DataView;

  constructor(
    private readonly bytes: Buffer,
    private pos = 0,
    private readonly end = bytes.length,
  ) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  /** Goes to the next field; false at the end. */
  next(): boolean {
    if (this.pos >= this.end) return false;
    const tag = this.varint();
    this.field = Math.floor(tag / 8);
    this.type = tag & 7;
    if (this.field === 0) throw new ProtobufFault('protobuf: field number 0');
    return true;
  }

  /** Is it the field, written as its type is written? Another type under the same number is a fault. */
  is(field: number, type: number): boolean {
    if (this.field !== field) return false;
    if (this.type === type) return true;
    throw new ProtobufFault(`protobuf: field ${field} has wire type ${this.type}`);
  }

  /** A repeated number may be packed or not; senders of old protocol versions do not. */
  get isPacked(): boolean {
    return this.type === BYTES;
  }

  /** An unsigned number; beyond 2^53 the nearest double. */
  varint(): number {
    let value = 0;
    let factor = 1;
    for (let i = 0; i < VARINT_BYTES_MAX; i++) {
      const byte = this.bytes[this.step(1)] ?? 0;
      value += (byte & 0x7f) * factor;
      if (byte < MORE) return value;
      factor *= 128;
    }
    throw new ProtobufFault('protobuf: a number without an end');
  }

  /** int32 and int64: negative ones are written as 64-bit two's complement. */
  int64(): number {
    const begin = this.pos;
    const value = this.varint();
    if (this.pos - begin < VARINT_BYTES_MAX) return value;
    let exact = 0n;
    for (let i = 0; i < VARINT_BYTES_MAX; i++)
      exact |= BigInt((this.bytes[begin + i] ?? 0) & 0x7f) << BigInt(7 * i);
    return Number(BigInt.asIntN(64, exact));
  }

  /** sint32 and sint64 that stay below 2^53. */
  zigzag(): number {
    const value = this.varint();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  double(): number {
    return this.view.getFloat64(this.step(8), true);
  }

  fixed64(): bigint {
    return this.view.getBigUint64(this.step(8), true);
  }

  sfixed64(): bigint {
    return this.view.getBigInt64(this.step(8), true);
  }

  text(): string {
    const length = this.varint();
    const begin = this.step(length);
    return this.bytes.toString('utf8', begin, begin + length);
  }

  /** The message within, or the values of a packed field. */
  message(): ProtobufReader {
    const length = this.varint();
    const begin = this.step(length);
    return new ProtobufReader(this.bytes, begin, begin + length);
  }

  get isAtEnd(): boolean {
    return this.pos >= this.end;
  }

  skip(): void {
    if (this.type === VARINT) this.varint();
    else if (this.type === FIXED64) this.step(8);
    else if (this.type === BYTES) this.step(this.varint());
    else if (this.type === FIXED32) this.step(4);
    else throw new ProtobufFault(`protobuf: wire type ${this.type}`);
  }

  /** Takes this many bytes and answers where they begin. */
  private step(bytes: number): number {
    const begin = this.pos;
    if (begin + bytes > this.end) throw new ProtobufFault('protobuf: the message ends too soon');
    this.pos = begin + bytes;
    return begin;
  }
}
