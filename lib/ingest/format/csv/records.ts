import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import { type Problem, problem } from '@/lib/problem';
import { LINE_BYTES_MAX } from '../../limits';
import { checkNotTooMany } from '../../message-count';
import { withoutMark } from '../whole-lines';

/** The cells of a row, and the line that it ends on. */
export type CsvRecord = { cells: string[]; line: number };

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;

/**
 * The records of a block of whole ones (see `wholeRecords`).
 * @param before lines that stand before the block
 * @throws Problem when it is no CSV, or has too many lone returns
 */
export function* readRecords(block: Buffer, delimiter: string, before: number): Iterable<CsvRecord> {
  const text = block.toString('utf8');
  const plain = before === 0 ? withoutMark(text) : text;
  // Most tables have no quotes: cutting them up needs no parser, and takes a tenth of the time.
  const returns = loneReturns(block);
  // Each may end a row, which nobody counted: whether a body is long is told by its line feeds.
  checkNotTooMany(returns);
  if (returns > 0 || block.includes(QUOTE)) yield* parseRecords(plain, delimiter, before);
  else yield* cutRecords(plain, delimiter, before);
}

function* cutRecords(text: string, delimiter: string, before: number): Iterable<CsvRecord> {
  let line = before;
  for (const row of text.split('\n')) {
    line += 1;
    const ended = row.endsWith('\r') ? row.slice(0, -1) : row;
    if (ended !== '') yield { cells: ended.split(delimiter), line };
  }
}

function* parseRecords(text: string, delimiter: string, before: number): Iterable<CsvRecord> {
  for (const { record, info } of parseAll(text, delimiter, before))
    yield { cells: record, line: before + info.lines };
}

type Parsed = { record: string[]; info: { lines: number } };

function parseAll(text: string, delimiter: string, before: number): Parsed[] {
  try {
    return parse(text, {
      delimiter,
      info: true,
      // How many cells a row has is checked by us, in words for the sender.
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: LINE_BYTES_MAX,
    }) as unknown as Parsed[];
  } catch (error) {
    // Not told by its code: `INVALID_OPENING_QUOTE` is named unlike the others.
    throw error instanceof CsvError ? unreadable(error, before) : error;
  }
}

function unreadable(error: CsvError, before: number): Problem {
  const { lines, message } = error as CsvError & { lines?: unknown };
  const detail = message.slice(0, 200).replace(/\bline (\d+)/, (_, line) => `line ${before + Number(line)}`);
  return problem('unreadable_body', {
    detail: `The body is not CSV: ${detail}`,
    ...(typeof lines === 'number' ? { errors: [{ pointer: '', line: before + lines, detail }] } : {}),
    cause: error,
  });
}

/**
 * Joins blocks of whole lines to blocks of whole records: a line break inside quotes ends none. Quotes come in pairs, so
 * a block that holds an odd number of them is continued by the next one.
 */
export async function* wholeRecords(blocks: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  let open: Buffer[] = [];
  let openBytes = 0;
  for await (const block of blocks) {
    const isOdd = count(block, QUOTE) % 2 === 1;
    // Inside quotes an even block stays inside.
    const isWhole = open.length === 0 ? !isOdd : isOdd;
    open.push(block);
    openBytes += block.length;
    if (isWhole) {
      yield open.length === 1 ? block : Buffer.concat(open);
      open = [];
      openBytes = 0;
    } else if (openBytes > LINE_BYTES_MAX + block.length)
      throw problem('unreadable_body', {
        detail: `The body is not CSV: a quote is not closed within ${LINE_BYTES_MAX.toLocaleString('en')} bytes.`,
      });
  }
  if (open.length > 0) yield Buffer.concat(open);
}

function loneReturns(block: Buffer): number {
  let found = 0;
  for (let at = block.indexOf(CR); at >= 0; at = block.indexOf(CR, at + 1))
    if (block[at + 1] !== LF) found += 1;
  return found;
}

export const countLines = (block: Buffer): number => count(block, LF);

function count(block: Buffer, byte: number): number {
  let found = 0;
  for (let at = block.indexOf(byte); at >= 0; at = block.indexOf(byte, at + 1)) found += 1;
  return found;
}
