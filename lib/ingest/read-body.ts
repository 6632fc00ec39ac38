import type { IncomingMessage } from 'node:http';
import { problem } from '@/lib/problem';
import { tooLarge } from './too-large';

/**
 * Reads a body of `node:http`; stops at the limit, whatever `Content-Length` said. Bodies that trickle in are the
 * server's business (server/open-requests.ts). A hot path: most bodies come in one piece.
 */
export function readBody(request: IncomingMessage, bytesMax: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    let first: Buffer | undefined;
    let more: Buffer[] | undefined;
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > bytesMax) {
        reject(tooLarge(bytesMax));
        return;
      }
      if (!first) first = chunk;
      else if (more) more.push(chunk);
      else more = [first, chunk];
    });
    request.on('end', () => resolve(more ? Buffer.concat(more) : (first ?? EMPTY)));
    request.on('close', () => {
      if (!request.complete)
        reject(problem('invalid_request', { detail: 'The connection ended before the body did.' }));
    });
  });
}

const EMPTY = Buffer.alloc(0);

/** Reads the body of a web `Request`; the same limit. */
export async function readWebBody(request: Request, bytesMax: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > bytesMax) throw tooLarge(bytesMax); // which ends the loop, and with it the body's stream
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/**
 * A body of `node:http` as it comes. Who stops early leaves the connection open: the sender still has to be told
 * why, over that very connection.
 */
export async function* bodyPieces(request: IncomingMessage): AsyncIterable<Buffer> {
  try {
    yield* request.iterator({ destroyOnReturn: false });
  } catch (cause) {
    throw problem('invalid_request', { detail: 'The connection ended before the body did.', cause });
  }
}

/** The same of a web `Request`. */
export async function* webBodyPieces(request: Request): AsyncIterable<Buffer> {
  for await (const chunk of request.body ?? [])
    yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
}
