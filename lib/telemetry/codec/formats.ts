import { type ByteReader, MalformedChunk } from './byte-reader';

/** First byte of what is packed: what it is (upper half) and the version of its format (lower half). */
export const FORMATS = { numbers: 0x11, others: 0x21, hours: 0x31 } as const;

export function expectFormat(reader: ByteReader, format: number): void {
  const found = reader.byte();
  if (found !== format) throw new MalformedChunk(`its format is ${found}, not ${format}`);
}
