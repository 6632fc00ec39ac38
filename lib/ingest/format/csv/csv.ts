import { problem } from '@/lib/problem';
import type { Message } from '@/lib/telemetry/message';
import { BATCH_MESSAGES } from '../../limits';
import type { BodyFormat } from '../format';
import { checkUtf8, wholeLines } from '../whole-lines';
import { delimiterOf } from './delimiter';
import { countLines, readRecords, wholeRecords } from './records';
import { CsvRows } from './rows';

/** A header row and rows of values (RFC 4180): SPEC.md, C. */
export const csvFormat: BodyFormat = {
  kind: 'csv',
  contentType: 'text/csv',
  accepts: (contentType) => contentType === 'text/csv' || contentType === 'application/csv',
  read(body, context) {
    const delimiter = delimiterOf(body);
    const rows = new CsvRows(context, delimiter);
    for (const { cells, line } of readRecords(checkUtf8(body), delimiter, 0)) rows.add(cells, line);
    const messages = rows.take();
    if (messages.length === 0 && context.faults.count === 0) throw noRows();
    return messages;
  },
  async *readPieces(pieces, context) {
    let rows: CsvRows | undefined;
    let delimiter = '';
    let before = 0;
    let isEmpty = true;
    for await (const block of wholeRecords(wholeLines(pieces))) {
      if (!rows) {
        delimiter = delimiterOf(block);
        rows = new CsvRows(context, delimiter);
      }
      for (const { cells, line } of readRecords(block, delimiter, before)) {
        rows.add(cells, line);
        if (rows.count < BATCH_MESSAGES) continue;
        yield rows.take();
        isEmpty = false;
      }
      before += countLines(block);
    }
    const rest: Message[] = rows?.take() ?? [];
    if (rest.length > 0) yield rest;
    else if (isEmpty && context.faults.count === 0) throw noRows();
  },
};

const noRows = () =>
  problem('invalid_reading', {
    detail: 'The body holds no rows.',
    errors: [{ pointer: '', detail: 'Send a header row with the data keys, and rows of values below it.' }],
  });
