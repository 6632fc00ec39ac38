import { encodingsOf, unpack } from './content-encoding';
import type { BodyFormat } from './format/format';
import type { IngestRequest } from './request';
import { tooLarge } from './too-large';

/** Reads a body into memory, at most `bytesMax` of it, packed or not. */
export function readWholeBody(request: IngestRequest, format: BodyFormat, bytesMax: number): Promise<Buffer> {
  checkLength(request, bytesMax);
  const encoding = request.header('content-encoding');
  if (encoding === undefined) return request.readBody(bytesMax);
  const encodings = encodingsOf(encoding, format.ownEncoding);
  return encodings.length === 0
    ? request.readBody(bytesMax)
    : collect(unpack(request.bodyPieces(), encodings, bytesMax));
}

/** Refuses what says itself that it is too long, before a byte of it is read. */
export function checkLength(request: IngestRequest, bytesMax: number): void {
  const length = request.header('content-length');
  if (length !== undefined && Number(length) > bytesMax) throw tooLarge(bytesMax, Number(length));
}

async function collect(pieces: AsyncIterable<Buffer>): Promise<Buffer> {
  const collected: Buffer[] = [];
  for await (const piece of pieces) collected.push(piece);
  return Buffer.concat(collected);
}
