import type { ReadingValue } from '@/lib/live/protocol';
import type { Numbers } from '../../codec/numbers';
import type { Others } from '../../codec/others';
import { lowerBound } from '../../times';
import type { DatasourceSource, MetricSource } from '../metric-source';
import { joinNumbers, NO_NUMBERS, NO_OTHERS, type Span } from '../readings';
import { walkReadings } from '../walk-numbers';
import { walkOthers } from '../walk-others';
import type { Layout } from './export-query';
import { exportSlices } from './export-slices';

export type Cell = ReadingValue | undefined;
/** What a column holds: `number` and nothing else, `other` and nothing else, or both. */
export type ColumnSort = 'number' | 'other' | 'mixed' | 'name';
export type Column = { name: string; sort: ColumnSort };
/** Some lines of an export: their times, and a column each. */
export type Block = { timesUs: Float64Array; cells: Cell[][] };

export type ExportTable = { columns: Column[]; blocks: AsyncIterable<Block> };

/** The readings of metrics in a span as one table, made piece by piece while it is read. */
export function exportTable(source: DatasourceSource, span: Span, layout: Layout): ExportTable {
  const toBlocks = layout === 'wide' ? wideBlocks : longBlocks;
  return {
    columns:
      layout === 'wide'
        ? source.metrics.map(wideColumn)
        : [
            { name: 'metric', sort: 'name' },
            { name: 'value', sort: 'mixed' },
          ],
    blocks: (async function* () {
      for (const slice of await exportSlices(source, span)) {
        yield* toBlocks(source, await readSlice(source, slice));
      }
    })(),
  };
}

const wideColumn = ({ info, mayHaveOthers }: MetricSource): Column => ({
  // The column of the times has that name already.
  name: info.key === 'time' ? 'time (metric)' : info.key,
  sort: info.kind !== 'number' ? 'mixed' : mayHaveOthers ? 'mixed' : 'number',
});

type Part = { numbers: Numbers; others: Others };
type Slice = Map<number, Part>;

const BLOCK_CELLS_MAX = 1_000_000;

/** Hours of which only sums are left are no readings, and not exported. */
async function readSlice(source: DatasourceSource, span: Span): Promise<Slice> {
  const parts = new Map<number, Numbers[]>();
  const others = new Map<number, Others>();
  for await (const { metric, numbers } of walkReadings(source, span, { sliceDays: 1 })) {
    if (numbers) parts.set(metric, [...(parts.get(metric) ?? []), numbers]);
  }
  for await (const found of walkOthers(source, span)) others.set(found.metric, found.others);
  return new Map(
    source.metrics.map(({ info: { id } }) => [
      id,
      {
        numbers: parts.has(id) ? joinNumbers(parts.get(id) ?? []) : NO_NUMBERS,
        others: others.get(id) ?? NO_OTHERS,
      },
    ]),
  );
}

/**
 * A line for each time; where a metric has a number and something else at once, the number. Metrics that come at times
 * of their own make as many lines as readings, nearly all of whose cells are empty: a block has a bounded number of cells.
 */
function* wideBlocks(source: DatasourceSource, slice: Slice): Generator<Block> {
  const timesUs = allTimes(slice);
  const parts = source.metrics.map(({ info }) => slice.get(info.id));
  const lines = Math.max(1, Math.floor(BLOCK_CELLS_MAX / parts.length));
  for (let start = 0; start < timesUs.length; start += lines) {
    const times = timesUs.subarray(start, start + lines);
    yield { timesUs: times, cells: parts.map((part) => wideCells(part, times)) };
  }
}

function wideCells(part: Part | undefined, times: Float64Array): Cell[] {
  const cells = new Array<Cell>(times.length).fill(undefined);
  if (!part) return cells;
  for (const { timesUs, values } of [part.others, part.numbers]) {
    let line = 0;
    for (let i = lowerBound(timesUs, times[0] as number); i < timesUs.length; i++) {
      while (line < times.length && (times[line] as number) < (timesUs[i] as number)) line += 1;
      if (line === times.length) break;
      cells[line] = values[i];
    }
  }
  return cells;
}

function allTimes(slice: Slice): Float64Array {
  let length = 0;
  for (const { numbers, others } of slice.values()) length += numbers.timesUs.length + others.timesUs.length;
  const all = new Float64Array(length);
  let at = 0;
  for (const { numbers, others } of slice.values()) {
    all.set(numbers.timesUs, at);
    at += numbers.timesUs.length;
    all.set(others.timesUs, at);
    at += others.timesUs.length;
  }
  all.sort();
  let kept = 0;
  for (let i = 0; i < all.length; i++) {
    if (kept > 0 && all[kept - 1] === all[i]) continue;
    all[kept] = all[i] as number;
    kept += 1;
  }
  return all.subarray(0, kept);
}

/** A line for each reading: metric after metric. */
function* longBlocks(source: DatasourceSource, slice: Slice): Generator<Block> {
  for (const { info } of source.metrics) {
    const { numbers, others } = slice.get(info.id) ?? { numbers: NO_NUMBERS, others: NO_OTHERS };
    for (const part of [numbers, others]) {
      const length = part.timesUs.length;
      if (length === 0) continue;
      yield {
        timesUs: part.timesUs,
        cells: [new Array<Cell>(length).fill(info.key), Array.from(part.values)],
      };
    }
  }
}
