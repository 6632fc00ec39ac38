import { isUtf8 } from 'node:buffer';
import { problem } from '@/lib/problem';
import { LINE_BYTES_MAX } from '../limits';

const LF = 0x0a;
const NOTHING = Buffer.alloc(0);

/**
 * Cuts pieces, which end wherever the network cut them, behind their last line break: each block is whole lines, and
 * so whole characters. Holds one unfinished line at most, and of that no more than LINE_BYTES_MAX.
 */
export async function* wholeLines(pieces: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  let open: Buffer[] = [];
  let openBytes = 0;
  for await (const piece of pieces) {
    const end = piece.lastIndexOf(LF) + 1;
    if (end > 0) {
      yield checkUtf8(Buffer.concat([...open, piece.subarray(0, end)]));
      open = [];
      openBytes = 0;
    }
    if (end === piece.length) continue;
    open.push(end === 0 ? piece : piece.subarray(end));
    openBytes += piece.length - end;
    if (openBytes > LINE_BYTES_MAX)
      throw problem('unreadable_body', {
        detail: `A line may have at most ${LINE_BYTES_MAX.toLocaleString('en')} bytes.`,
      });
  }
  if (openBytes > 0) yield checkUtf8(open.length === 1 ? (open[0] ?? NOTHING) : Buffer.concat(open));
}

export function checkUtf8(body: Buffer): Buffer {
  if (isUtf8(body)) return body;
  throw problem('unreadable_body', { detail: 'The body is not UTF-8.' });
}

/** Text without the byte order mark that Windows writes before it. */
export const withoutMark = (text: string): string => (text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
