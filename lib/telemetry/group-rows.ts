import type { CopyBytes } from './copy-bytes';
import type { MessageRow } from './message-table';
import type { Batch } from './write-lane';

/**
 * Encodes the rows of a group in the order of the primary key: two connections that meet on the same rows then wait
 * for each other rather than deadlock, and the index is written place by place.
 */
export function encodeRows(batches: readonly Batch[], copy: CopyBytes): Buffer {
  copy.begin();
  if (encodeAsTheyCame(byFirstRow(batches), copy)) return copy.end();
  copy.begin();
  for (const { datasource, shape, timeUs, numbers, others } of rowsOf(batches))
    copy.row(datasource, shape, timeUs, numbers, others);
  return copy.end();
}

function byFirstRow(batches: readonly Batch[]): readonly Batch[] {
  if (batches.length < 2) return batches;
  return batches.toSorted((a, b) => a.memory.number - b.memory.number || firstUs(a) - firstUs(b));
}

const firstUs = ({ messages }: Batch): number => messages[0]?.timeUs ?? 0;

/** The usual case: senders send in the order of time, and nothing twice. Answers false when this one is another. */
function encodeAsTheyCame(batches: readonly Batch[], copy: CopyBytes): boolean {
  let lastDatasource = -1;
  let lastUs = 0;
  let lastShape = 0;
  for (const { memory, messages } of batches) {
    const datasource = memory.number;
    for (const { timeUs, shape, numbers, others, moreRows } of messages) {
      const isNext =
        datasource > lastDatasource || timeUs > lastUs || (timeUs === lastUs && shape > lastShape);
      if (!isNext) return false;
      lastDatasource = datasource;
      lastUs = timeUs;
      lastShape = shape;
      copy.row(datasource, shape, timeUs, numbers, others);
      if (!moreRows) continue;
      for (const more of moreRows) {
        if (more.shape <= lastShape) return false;
        lastShape = more.shape;
        copy.row(datasource, more.shape, timeUs, more.numbers, more.others);
      }
    }
  }
  return true;
}

/**
 * The rows of a group in the order of the primary key, of repeated ones the last, with the texts of all: messages
 * without numbers all have the same shape, and are repeated only where they hold the same data keys.
 */
export function rowsOf(batches: readonly Batch[]): MessageRow[] {
  const rows: MessageRow[] = [];
  for (const { memory, messages } of batches) {
    for (const { timeUs, shape, numbers, others, moreRows } of messages) {
      rows.push({ datasource: memory.number, timeUs, shape, numbers, others });
      for (const each of moreRows ?? []) rows.push({ datasource: memory.number, timeUs, ...each });
    }
  }
  if (rows.length < 2) return rows;
  rows.sort((a, b) => a.datasource - b.datasource || a.timeUs - b.timeUs || a.shape - b.shape);
  let kept = 0;
  for (let i = 1; i < rows.length; i++) {
    const row = rows[i] as MessageRow;
    const last = rows[kept] as MessageRow;
    const repeated =
      row.timeUs === last.timeUs && row.shape === last.shape && row.datasource === last.datasource;
    if (repeated) row.others = bothOthers(last.others, row.others);
    else kept += 1;
    rows[kept] = row;
  }
  rows.length = kept + 1;
  return rows;
}

/** Of a text that both have the later one counts: PostgreSQL keeps the last of two equal keys. */
function bothOthers(earlier: string | null, later: string | null): string | null {
  if (earlier === null || later === null) return later ?? earlier;
  return `${earlier.slice(0, -1)},${later.slice(1)}`;
}
