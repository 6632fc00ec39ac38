import type { ExportFormat } from './export-query';
import type { ExportTable } from './export-table';
import { writeCsv } from './write-csv';
import type { LineOptions } from './write-lines';
import { writeNdjson } from './write-ndjson';
import { writeParquet } from './write-parquet';

type Definition = {
  contentType: string;
  extension: string;
  write: (table: ExportTable, options: LineOptions) => AsyncGenerator<Uint8Array>;
};

export const EXPORT_WRITERS: Record<ExportFormat, Definition> = {
  csv: { contentType: 'text/csv; charset=utf-8; header=present', extension: 'csv', write: writeCsv },
  ndjson: { contentType: 'application/x-ndjson', extension: 'ndjson', write: writeNdjson },
  parquet: { contentType: 'application/vnd.apache.parquet', extension: 'parquet', write: writeParquet },
};
