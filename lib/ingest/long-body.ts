import { env } from '@/lib/env';
import { encodingsOf, unpack } from './content-encoding';
import type { BodyFormat } from './format/format';
import { MESSAGES_MAX } from './limits';
import { checkLength } from './read-whole-body';
import type { IngestRequest } from './request';
import { tooLarge } from './too-large';

const LF = 0x0a;
const NOTHING = Buffer.alloc(0);

/** A body that is not read as a whole: import-body.ts. */
export type LongBody = {
  /** As it comes, the first time. */
  pieces: AsyncIterable<Buffer>;
  /** Its start, for the inspector. */
  start: Buffer;
  /** Lets go of what was not read: the sender is to be told why, over the same connection. */
  drop(): Promise<void>;
};

/** A body that fits into memory is answered whole; a longer one, or one of very many lines, is to be imported. */
export async function readMaybeLong(request: IngestRequest, format: BodyFormat): Promise<Buffer | LongBody> {
  const { INGEST_BODY_BYTES_MAX: wholeMax, INGEST_STREAM_BYTES_MAX: bytesMax } = env();
  checkLength(request, bytesMax);
  const encodings = encodingsOf(request.header('content-encoding'), format.ownEncoding);
  const length = Number(request.header('content-length'));
  if (encodings.length === 0 && length <= wholeMax) return orLong(await request.readBody(wholeMax));
  const source = request.bodyPieces();
  const pieces = encodings.length > 0 ? unpack(source, encodings, bytesMax) : limited(source, bytesMax);
  const iterator = pieces[Symbol.asyncIterator]();
  const head: Buffer[] = [];
  let bytes = 0;
  while (bytes <= wholeMax) {
    const next = await iterator.next();
    if (next.done) return orLong(Buffer.concat(head));
    head.push(next.value);
    bytes += next.value.length;
  }
  const drop = async () => void (await iterator.return?.());
  return { pieces: chain(head, iterator), start: head[0] ?? NOTHING, drop };
}

/** Short, but of more messages than one request may store at once. */
function orLong(body: Buffer): Buffer | LongBody {
  let lines = 0;
  for (let at = body.indexOf(LF); at >= 0; at = body.indexOf(LF, at + 1)) lines += 1;
  // The last line may end without one.
  return lines < MESSAGES_MAX ? body : { pieces: chain([body]), start: body, drop: async () => {} };
}

async function* limited(pieces: AsyncIterable<Buffer>, bytesMax: number): AsyncIterable<Buffer> {
  let bytes = 0;
  for await (const piece of pieces) {
    bytes += piece.length;
    if (bytes > bytesMax) throw tooLarge(bytesMax);
    yield piece;
  }
}

/** Hands over what is held already, and forgets it, then the rest. */
async function* chain(head: Buffer[], rest?: AsyncIterator<Buffer>): AsyncIterable<Buffer> {
  try {
    for (let piece = head.shift(); piece; piece = head.shift()) yield piece;
    if (!rest) return;
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  } finally {
    await rest?.return?.();
  }
}
