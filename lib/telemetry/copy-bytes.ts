import { writeTimeUs } from './postgres-time';

const FLOAT8 = 701;
const JSONB_VERSION = 1;
const SIGNATURE = 'PGCOPY\n\xff\r\n\0';
const COPY = 'copy message (datasource, shape, time, numbers, others) from stdin (format binary)\0';
/** All of a row but its numbers and texts. */
const ROW_BYTES = 2 + 8 + 8 + 12 + 24 + 5;
const BYTES_MIN = 64 * 1024;
/** What a group of unusual size needed is given back. */
const BYTES_KEPT_MAX = 4 * 1024 * 1024;

/**
 * `copy message from stdin` as it travels to PostgreSQL: the statement, its rows in binary and the end, in one piece.
 * Made in one buffer, again and again.
 */
export class CopyBytes {
  private bytes = Buffer.allocUnsafeSlow(BYTES_MIN);
  private at = 0;
  private dataAt = 0;

  begin(): void {
    if (this.bytes.length > BYTES_KEPT_MAX) this.bytes = Buffer.allocUnsafeSlow(BYTES_MIN);
    const { bytes } = this;
    this.at = bytes.write('Q', 0, 'latin1');
    this.int4(4 + COPY.length);
    this.at += bytes.write(COPY, this.at, 'latin1');
    this.at += bytes.write('d', this.at, 'latin1');
    this.dataAt = this.at;
    this.at += 4; // its length, known at the end
    this.at += bytes.write(SIGNATURE, this.at, 'latin1');
    this.int4(0); // no flags
    this.int4(0); // no extension
  }

  /** @param timeUs microseconds since 1970 */
  row(
    datasource: number,
    shape: number,
    timeUs: number,
    numbers: readonly number[],
    others: string | null,
  ): void {
    this.reserve(ROW_BYTES + numbers.length * 12 + (others === null ? 0 : others.length * 3));
    const { bytes } = this;
    this.at = bytes.writeInt16BE(5, this.at); // columns
    this.int4(4);
    this.int4(datasource);
    this.int4(4);
    this.int4(shape);
    this.int4(8);
    this.at = writeTimeUs(bytes, timeUs, this.at);
    this.float8s(numbers);
    this.jsonb(others);
  }

  /** All of it. It is overwritten by the next `begin`. */
  end(): Buffer {
    this.reserve(7);
    const { bytes } = this;
    this.at = bytes.writeInt16BE(-1, this.at);
    bytes.writeInt32BE(this.at - this.dataAt, this.dataAt);
    this.at += bytes.write('c', this.at, 'latin1');
    this.int4(4);
    return bytes.subarray(0, this.at);
  }

  private int4(value: number): void {
    this.at = this.bytes.writeInt32BE(value, this.at);
  }

  private float8s(numbers: readonly number[]): void {
    const count = numbers.length;
    const { bytes } = this;
    this.int4(count === 0 ? 12 : 20 + count * 12);
    this.int4(count === 0 ? 0 : 1); // an array without elements has no dimensions
    this.int4(0); // no nulls
    this.int4(FLOAT8);
    if (count === 0) return;
    this.int4(count);
    this.int4(1);
    let { at } = this;
    for (let i = 0; i < count; i++) {
      at = bytes.writeInt32BE(8, at);
      at = bytes.writeDoubleBE(numbers[i] as number, at);
    }
    this.at = at;
  }

  private jsonb(text: string | null): void {
    const lengthAt = this.at;
    this.int4(-1); // null
    if (text === null) return;
    this.at = this.bytes.writeInt8(JSONB_VERSION, lengthAt + 4);
    this.at += this.bytes.write(text, this.at, 'utf8');
    this.bytes.writeInt32BE(this.at - lengthAt - 4, lengthAt);
  }

  private reserve(more: number): void {
    const needed = this.at + more + 16;
    if (needed <= this.bytes.length) return;
    const grown = Buffer.allocUnsafeSlow(Math.max(needed, this.bytes.length * 2));
    this.bytes.copy(grown, 0, 0, this.at);
    this.bytes = grown;
  }
}
