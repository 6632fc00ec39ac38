import { pipeline, Readable, type Transform } from 'node:stream';
import zlib from 'node:zlib';
import { Problem, problem } from '@/lib/problem';
import { tooLarge } from './too-large';

/** A few repeated words pack well; beyond this a body is made to burst. gzip itself ends at 1,032. */
const RATIO_MAX = 250;
/** Up to here the size alone is bound enough. */
const RATIO_FREE_BYTES = 5_000_000;
/** Encodings on top of each other; nobody means more. */
const LAYERS_MAX = 3;
const CHUNK = 65_536;

/** Newer Nodes have it; its types are newer than ours. */
const zstd = (zlib as { createZstdDecompress?: (options?: zlib.ZlibOptions) => Transform })
  .createZstdDecompress;

const DECODERS: Readonly<Record<string, (first: Buffer) => Transform>> = {
  gzip: () => zlib.createGunzip({ chunkSize: CHUNK }),
  // Some mean the format without its header by this name.
  deflate: (first) =>
    ((first[0] ?? 0) & 0x0f) === 8
      ? zlib.createInflate({ chunkSize: CHUNK })
      : zlib.createInflateRaw({ chunkSize: CHUNK }),
  br: () => zlib.createBrotliDecompress({ chunkSize: CHUNK }),
  ...(zstd ? { zstd: () => zstd({ chunkSize: CHUNK }) } : {}),
};

/** What `Content-Encoding` names, in the order in which it is to be undone. @throws Problem for what is not read here */
export function encodingsOf(header: string | undefined, ownEncoding: string | undefined): readonly string[] {
  if (header === undefined || header === '') return NONE;
  const names = header
    .toLowerCase()
    .split(',')
    .map((name) => name.trim().replace(/^x-(?=gzip$)/, ''))
    .filter((name) => name !== '' && name !== 'identity' && name !== ownEncoding)
    .reverse();
  const unknown = names.find((name) => !Object.hasOwn(DECODERS, name));
  if (unknown === undefined && names.length <= LAYERS_MAX) return names;
  throw problem('unsupported_media_type', {
    detail: `Content-Encoding: ${header.slice(0, 40)} is not read here. Send the body plain, or compressed with ${Object.keys(DECODERS).join(', ')}.`,
    headers: { 'accept-encoding': Object.keys(DECODERS).join(', ') },
  });
}

const NONE: readonly string[] = [];

/**
 * Unpacks a body as it comes. Its size is bounded before and after, and between its layers: what unpacks to nothing
 * may be endless. So is how much more it unpacks to than came.
 */
export async function* unpack(
  pieces: AsyncIterable<Buffer>,
  encodings: readonly string[],
  bytesMax: number,
): AsyncIterable<Buffer> {
  const packed = new Measured(pieces, bytesMax);
  let unpacked = packed;
  for (const encoding of encodings) unpacked = new Measured(decode(unpacked, encoding), bytesMax);
  for await (const piece of unpacked) {
    if (unpacked.bytes > RATIO_FREE_BYTES && unpacked.bytes > packed.bytes * RATIO_MAX)
      throw problem('too_large', {
        detail: `The body unpacks to more than ${RATIO_MAX} times its size. Send it plain, or in parts.`,
      });
    yield piece;
  }
}

/** Counts what passes, up to a bound. */
class Measured implements AsyncIterable<Buffer> {
  bytes = 0;

  constructor(
    private readonly pieces: AsyncIterable<Buffer>,
    private readonly bytesMax: number,
  ) {}

  async *[Symbol.asyncIterator](): AsyncGenerator<Buffer> {
    for await (const piece of this.pieces) {
      this.bytes += piece.length;
      if (this.bytes > this.bytesMax) throw tooLarge(this.bytesMax);
      yield piece;
    }
  }
}

async function* decode(pieces: AsyncIterable<Buffer>, encoding: string): AsyncIterable<Buffer> {
  const source = pieces[Symbol.asyncIterator]();
  const first = await source.next();
  const make = DECODERS[encoding];
  if (first.done || !make) return;
  const decoder = make(first.value);
  // A fault on either side ends the other, and is thrown by the loop.
  pipeline(Readable.from(chain(first.value, source)), decoder, () => {});
  try {
    for await (const piece of decoder) yield piece as Buffer;
  } catch (error) {
    throw isDecoderError(error) ? damaged(encoding, error) : error;
  }
}

/** The pieces, of which the first was looked at already. */
async function* chain(first: Buffer, rest: AsyncIterator<Buffer>): AsyncIterable<Buffer> {
  try {
    yield first;
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}

const isDecoderError = (error: unknown): error is Error =>
  error instanceof Error &&
  !(error instanceof Problem) &&
  'code' in error &&
  /^(Z_|ERR_|ZSTD_)/.test(String(error.code));

const damaged = (encoding: string, cause: Error): Problem =>
  problem('unreadable_body', {
    detail: `The body is not ${encoding}, as its Content-Encoding says: ${cause.message}.`,
    cause,
  });
