import { makeGiveWay } from '../../seal/give-way';
import type { Block } from './export-table';

export type LineOptions = { offsetMinutes: number };

const PIECE_LENGTH = 64_000;

/** Text in pieces of about 64 kB, lets other work of the process go first in between. */
export async function* linesOf(
  blocks: AsyncIterable<Block>,
  { head, line }: { head: string; line: (block: Block, row: number) => string },
): AsyncGenerator<Uint8Array> {
  const giveWay = makeGiveWay();
  let text = head;
  for await (const block of blocks) {
    for (let row = 0; row < block.timesUs.length; row++) {
      text += line(block, row);
      if (text.length < PIECE_LENGTH) continue;
      yield Buffer.from(text);
      text = '';
      await giveWay();
    }
  }
  if (text !== '') yield Buffer.from(text);
}
