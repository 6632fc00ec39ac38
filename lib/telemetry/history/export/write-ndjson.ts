import type { ExportTable } from './export-table';
import { makeTimeWriter } from './time-writer';
import { type LineOptions, linesOf } from './write-lines';

/** One object a line; what a line has no value for is left out. */
export function writeNdjson(table: ExportTable, options: LineOptions): AsyncGenerator<Uint8Array> {
  const timeOf = makeTimeWriter(options.offsetMinutes);
  const names = table.columns.map(({ name }) => JSON.stringify(name));
  return linesOf(table.blocks, {
    head: '',
    line: ({ timesUs, cells }, row) => {
      let line = `{"time":"${timeOf(timesUs[row] as number)}"`;
      for (let i = 0; i < cells.length; i++) {
        const value = cells[i]?.[row];
        if (value !== undefined) line += `,${names[i]}:${JSON.stringify(value)}`;
      }
      return `${line}}\n`;
    },
  });
}
