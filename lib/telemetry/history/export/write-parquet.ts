import type { SchemaElement } from 'hyparquet';
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import { makeGiveWay } from '../../seal/give-way';
import type { Block, Cell, Column, ExportTable } from './export-table';

/** Rows of a group: it is encoded at once, so it bounds what is in memory and how long others wait. */
const GROUP_ROWS = 20_000;

/**
 * Parquet: `time` in microseconds (UTC), numbers as doubles, everything else as text in a column of its own (structures
 * as JSON), so that each column has one type. Bytes leave after each group of rows.
 */
export async function* writeParquet({ columns, blocks }: ExportTable): AsyncGenerator<Uint8Array> {
  const bytes = new ByteWriter();
  const parts = columns.flatMap(partsOf);
  const file = new ParquetWriter({ writer: bytes, schema: schemaOf(parts), createdBy: 'Twinnoverse' });
  const giveWay = makeGiveWay();
  for await (const block of blocks) {
    for (let start = 0; start < block.timesUs.length; start += GROUP_ROWS) {
      await file.write({ columnData: columnData(parts, block, start), rowGroupSize: GROUP_ROWS });
      yield takeBytes(bytes);
      await giveWay();
    }
  }
  await file.finish();
  yield takeBytes(bytes);
}

/** A column of the file: of which column of the table, and which of its values. */
type Part = { name: string; from: number; type: 'DOUBLE' | 'UTF8'; cell: (value: Cell) => unknown };

const asNumber = (value: Cell) => (typeof value === 'number' ? value : null);
const asText = (value: Cell) =>
  value === undefined || typeof value === 'number'
    ? null
    : typeof value === 'string'
      ? value
      : JSON.stringify(value);

function partsOf({ name, sort }: Column, from: number): Part[] {
  const number: Part = { name, from, type: 'DOUBLE', cell: asNumber };
  const text: Part = { name, from, type: 'UTF8', cell: asText };
  if (sort === 'number') return [number];
  return sort === 'mixed' ? [number, { ...text, name: `${name} (text)` }] : [text];
}

const schemaOf = (parts: readonly Part[]): SchemaElement[] => [
  { name: 'root', num_children: parts.length + 1 },
  { name: 'time', type: 'INT64', converted_type: 'TIMESTAMP_MICROS', repetition_type: 'REQUIRED' },
  ...parts.map(
    ({ name, type }): SchemaElement =>
      type === 'DOUBLE'
        ? { name, type, repetition_type: 'OPTIONAL' }
        : { name, type: 'BYTE_ARRAY', converted_type: type, repetition_type: 'OPTIONAL' },
  ),
];

function columnData(parts: readonly Part[], { timesUs, cells }: Block, start: number) {
  const times = timesUs.subarray(start, start + GROUP_ROWS);
  return [
    { name: 'time', data: BigInt64Array.from(Array.from(times, (time) => BigInt(time))) },
    ...parts.map(({ name, from, cell }) => ({
      name,
      data: (cells[from] ?? []).slice(start, start + GROUP_ROWS).map(cell),
    })),
  ];
}

/** What was written so far, in memory of its own; the writer goes on from here. */
function takeBytes(writer: ByteWriter): Uint8Array {
  const taken = writer.getBytes().slice();
  writer.index = 0;
  return taken;
}
