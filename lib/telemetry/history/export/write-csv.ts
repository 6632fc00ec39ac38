import type { Cell, ExportTable } from './export-table';
import { makeTimeWriter } from './time-writer';
import { type LineOptions, linesOf } from './write-lines';

/** RFC 4180, a header line first. */
export function writeCsv(table: ExportTable, options: LineOptions): AsyncGenerator<Uint8Array> {
  const timeOf = makeTimeWriter(options.offsetMinutes);
  const header = ['time', ...table.columns.map(({ name }) => name)].map(csvText).join(',');
  return linesOf(table.blocks, {
    head: `${header}\r\n`,
    line: ({ timesUs, cells }, row) => {
      let line = timeOf(timesUs[row] as number);
      for (const column of cells) line += `,${csvCell(column[row])}`;
      return `${line}\r\n`;
    },
  });
}

function csvCell(value: Cell): string {
  if (value === undefined) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return csvText(typeof value === 'string' ? value : JSON.stringify(value));
}

/** What a spreadsheet would take for a formula begins with an apostrophe, which it shows as text. */
export function csvText(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
