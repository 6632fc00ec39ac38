import type { IncomingMessage } from 'node:http';
import { problem } from '@/lib/problem';
import { tooLarge } from './parse-body';

/** A body must be complete this long after its first byte was waited for. Larger ones than ours take their time elsewhere. */
const BODY_MS_MAX = 30_000;

/** Reads a body of `node:http`; stops at the limit, whatever `Content-Length` said. */
export function readBody(request: IncomingMessage, bytesMax: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const timer = setTimeout(() => end(problem('timeout')), BODY_MS_MAX);
    const onData = (chunk: Buffer) => {
      size += chunk.length;
      if (size > bytesMax) end(tooLarge(bytesMax));
      else chunks.push(chunk);
    };
    const onEnd = () => end();
    const onLost = () =>
      end(problem('invalid_request', { detail: 'The connection ended before the body did.' }));
    const end = (refusal?: Error) => {
      clearTimeout(timer);
      request.off('data', onData).off('end', onEnd).off('error', onLost).off('close', onLost);
      const [only] = chunks;
      if (refusal) reject(refusal);
      else resolve(chunks.length === 1 && only ? only : Buffer.concat(chunks));
    };
    request.on('data', onData).on('end', onEnd).on('error', onLost).on('close', onLost);
  });
}

/** Reads the body of a web `Request`; the same limits. */
export async function readWebBody(request: Request, bytesMax: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    void reader?.cancel();
  }, BODY_MS_MAX);
  try {
    for (;;) {
      const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
      if (late) throw problem('timeout');
      if (done || !value) return Buffer.concat(chunks);
      size += value.byteLength;
      if (size > bytesMax) {
        await reader?.cancel();
        throw tooLarge(bytesMax);
      }
      chunks.push(value);
    }
  } finally {
    clearTimeout(timer);
  }
}
