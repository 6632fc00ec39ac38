import { writeTimeUs } from './postgres-time';

/**
 * PostgreSQL arrays in binary, as node-postgres sends a Buffer: up to twice as fast as arrays in text
 * (TELEMETRY.md A1). Header: dimensions, has nulls, element type, length, lower bound; then length and bytes of
 * each element.
 */
const OID = { bytea: 17, int4: 23, text: 25, float8: 701, timestamptz: 1184 } as const;
const HEADER_BYTES = 20;

function header(buffer: Buffer, oid: number, length: number, hasNulls: boolean): void {
  buffer.writeInt32BE(1, 0);
  buffer.writeInt32BE(hasNulls ? 1 : 0, 4);
  buffer.writeInt32BE(oid, 8);
  buffer.writeInt32BE(length, 12);
  buffer.writeInt32BE(1, 16);
}

/** An array without elements has no dimensions. */
function empty(oid: number): Buffer {
  const buffer = Buffer.alloc(12);
  buffer.writeInt32BE(oid, 8);
  return buffer;
}

export function int4Array(values: readonly number[]): Buffer {
  if (values.length === 0) return empty(OID.int4);
  const buffer = Buffer.allocUnsafe(HEADER_BYTES + values.length * 8);
  header(buffer, OID.int4, values.length, false);
  let at = HEADER_BYTES;
  for (const value of values) {
    buffer.writeInt32BE(4, at);
    buffer.writeInt32BE(value, at + 4);
    at += 8;
  }
  return buffer;
}

export function float8Array(values: readonly number[]): Buffer {
  if (values.length === 0) return empty(OID.float8);
  const buffer = Buffer.allocUnsafe(HEADER_BYTES + values.length * 12);
  header(buffer, OID.float8, values.length, false);
  let at = HEADER_BYTES;
  for (const value of values) {
    buffer.writeInt32BE(8, at);
    buffer.writeDoubleBE(value, at + 4);
    at += 12;
  }
  return buffer;
}

/** @param values microseconds since 1970 */
export function timestamptzArray(values: readonly number[]): Buffer {
  if (values.length === 0) return empty(OID.timestamptz);
  const buffer = Buffer.allocUnsafe(HEADER_BYTES + values.length * 12);
  header(buffer, OID.timestamptz, values.length, false);
  let at = HEADER_BYTES;
  for (const value of values) {
    buffer.writeInt32BE(8, at);
    at = writeTimeUs(buffer, value, at + 4);
  }
  return buffer;
}

export function textArray(values: readonly (string | null)[]): Buffer {
  if (values.length === 0) return empty(OID.text);
  let bytes = HEADER_BYTES;
  for (const value of values) bytes += 4 + (value === null ? 0 : Buffer.byteLength(value));
  const buffer = Buffer.allocUnsafe(bytes);
  header(buffer, OID.text, values.length, true);
  let at = HEADER_BYTES;
  for (const value of values) {
    if (value === null) {
      buffer.writeInt32BE(-1, at);
      at += 4;
      continue;
    }
    const length = buffer.write(value, at + 4);
    buffer.writeInt32BE(length, at);
    at += 4 + length;
  }
  return buffer;
}

export function byteaArray(values: readonly Uint8Array[]): Buffer {
  if (values.length === 0) return empty(OID.bytea);
  const bytes = values.reduce((sum, value) => sum + 4 + value.length, HEADER_BYTES);
  const buffer = Buffer.allocUnsafe(bytes);
  header(buffer, OID.bytea, values.length, false);
  let at = HEADER_BYTES;
  for (const value of values) {
    at = buffer.writeInt32BE(value.length, at);
    buffer.set(value, at);
    at += value.length;
  }
  return buffer;
}
