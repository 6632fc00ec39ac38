import { pipeline, Readable } from 'node:stream';
import { CsvError, parse as csvStream, type Options } from 'csv-parse';
import { parse as csvWhole } from 'csv-parse/sync';
import { type Problem, problem } from '@/lib/problem';
import type { Message } from '@/lib/telemetry/message';
import { BATCH_MESSAGES, LINE_BYTES_MAX } from '../../limits';
import type { BodyFormat } from '../format';
import { checkUtf8, wholeLines } from '../whole-lines';
import { delimiterOf } from './delimiter';
import { CsvRows } from './rows';

/** A row with the line that it ends on. */
type Row = { record: string[]; info: { lines: number } };

const optionsFor = (head: Buffer): Options => ({
  bom: true,
  delimiter: delimiterOf(head),
  info: true,
  // How many cells a row has is checked by us, in words for the sender.
  relax_column_count: true,
  skip_empty_lines: true,
  max_record_size: LINE_BYTES_MAX,
});

/** A header row and rows of values (RFC 4180): SPEC.md, C. */
export const csvFormat: BodyFormat = {
  kind: 'csv',
  contentType: 'text/csv',
  accepts: (contentType) => contentType === 'text/csv' || contentType === 'application/csv',
  read(body, context) {
    const rows = new CsvRows(context, delimiterOf(body));
    for (const { record, info } of parseWhole(body)) rows.add(record, info.lines);
    const messages = rows.take();
    if (messages.length === 0 && context.faults.count === 0) throw noRows();
    return messages;
  },
  async *readPieces(pieces, context) {
    const blocks = wholeLines(pieces)[Symbol.asyncIterator]();
    const first = await blocks.next();
    if (first.done) throw noRows();
    const rows = new CsvRows(context, delimiterOf(first.value));
    const parser = csvStream(optionsFor(first.value));
    // A fault on either side ends the other, and is thrown by the loop.
    pipeline(Readable.from(chain(first.value, blocks)), parser, () => {});
    let isEmpty = true;
    try {
      for await (const { record, info } of parser as AsyncIterable<Row>) {
        rows.add(record, info.lines);
        if (rows.count < BATCH_MESSAGES) continue;
        yield rows.take();
        isEmpty = false;
      }
    } catch (error) {
      throw isCsvError(error) ? unreadable(error) : error;
    }
    const rest: Message[] = rows.take();
    if (rest.length > 0) yield rest;
    else if (isEmpty && context.faults.count === 0) throw noRows();
  },
};

async function* chain(first: Buffer, rest: AsyncIterator<Buffer>): AsyncIterable<Buffer> {
  yield first;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

function parseWhole(body: Buffer): Row[] {
  try {
    return csvWhole(checkUtf8(body), optionsFor(body)) as unknown as Row[];
  } catch (error) {
    throw isCsvError(error) ? unreadable(error) : error;
  }
}

/** Not told by its code: `INVALID_OPENING_QUOTE` is named unlike the others. */
const isCsvError = (error: unknown): error is CsvError => error instanceof CsvError;

function unreadable(error: CsvError): Problem {
  const line = typeof error.lines === 'number' ? error.lines : undefined;
  return problem('unreadable_body', {
    detail: `The body is not CSV: ${error.message.slice(0, 200)}`,
    ...(line === undefined ? {} : { errors: [{ pointer: '', line, detail: error.message.slice(0, 200) }] }),
    cause: error,
  });
}

const noRows = (): Problem =>
  problem('invalid_reading', {
    detail: 'The body holds no rows.',
    errors: [{ pointer: '', detail: 'Send a header row with the data keys, and rows of values below it.' }],
  });
