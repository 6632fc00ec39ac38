import type { Batch } from './write-lane';

const ROWS_MAX = 5_000;
const BYTES_MAX = 16 * 1024 * 1024;

const notYet = () => {};

/** Batches that are stored by one transaction. One promise for all who wait for it, rather than one for each. */
export class Group {
  readonly batches: Batch[] = [];
  rows = 0;
  bytes = 0;
  /** Resolves when each batch is stored, or has its `failure`. */
  readonly through: Promise<void>;
  settle: () => void = notYet;

  constructor() {
    this.through = new Promise((resolve) => {
      this.settle = resolve;
    });
  }

  /** One batch always fits, however long. */
  hasRoomFor({ rowCount, bytes }: Batch): boolean {
    return this.batches.length === 0 || (this.rows + rowCount <= ROWS_MAX && this.bytes + bytes <= BYTES_MAX);
  }

  add(batch: Batch): void {
    this.batches.push(batch);
    this.rows += batch.rowCount;
    this.bytes += batch.bytes;
  }
}
