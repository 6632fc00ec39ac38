/** PostgreSQL counts microseconds from the year 2000. */
const EPOCH_US = Date.UTC(2000, 0, 1) * 1000;
const TWO_32 = 2 ** 32;

/** A `timestamptz` in binary, in microseconds since 1970. */
export const readTimeUs = (bytes: DataView, at: number): number =>
  bytes.getInt32(at) * TWO_32 + bytes.getUint32(at + 4) + EPOCH_US;

/** The other way round; answers the place after it. */
export function writeTimeUs(bytes: Buffer, timeUs: number, at: number): number {
  const us = timeUs - EPOCH_US;
  const high = Math.floor(us / TWO_32);
  bytes.writeInt32BE(high, at);
  return bytes.writeUInt32BE(us - high * TWO_32, at + 4);
}
