import { lowerBound } from '../times';
import type { ChunkHead, ChunkRow } from './chunk-table';
import type { Readings, ReadingsSort } from './readings-sort';

/** How the chunks of one metric, day and sort change. */
export type PartChange<R> = {
  removed: ChunkHead[];
  added: ChunkRow[];
  /** Readings of the added rows; together with the untouched rows they are the day. */
  pieces: R[];
};

/**
 * Merges fresh readings into the parts of a metric's day, of which only those are unpacked in whose time fresh readings
 * lie. Each part owns the time up to the next one, the first also what is before it, so that parts never overlap.
 */
export async function mergeParts<R extends Readings>(
  sort: ReadingsSort<R>,
  metricId: number,
  parts: readonly ChunkHead[],
  fresh: R,
  read: (part: ChunkHead) => Promise<Buffer>,
): Promise<PartChange<R>> {
  const change: PartChange<R> = { removed: [], added: [], pieces: [] };
  const add = (readings: R) => {
    for (const piece of cut(sort, readings)) {
      change.pieces.push(piece);
      change.added.push(pack(sort, metricId, piece));
    }
  };
  const { timesUs } = fresh;
  let done = 0;
  for (const [i, part] of parts.entries()) {
    const next = parts[i + 1];
    const end = next ? lowerBound(timesUs, next.firstUs) : timesUs.length;
    if (end === done) continue;
    const own = sort.slice(fresh, done, end);
    done = end;
    const followsOn = (own.timesUs[0] as number) > part.lastUs && part.count >= sort.partMin;
    if (followsOn) {
      add(own);
      continue;
    }
    change.removed.push(part);
    add(sort.merge(sort.decode(await read(part)), own));
  }
  if (done < timesUs.length) add(sort.slice(fresh, done, timesUs.length));
  return change;
}

/** Into pieces of equal size, so that each has room for what comes late. */
function* cut<R extends Readings>(sort: ReadingsSort<R>, readings: R): Generator<R> {
  const count = readings.timesUs.length;
  const size = Math.ceil(count / Math.ceil(count / sort.partMax));
  for (let from = 0; from < count; from += size)
    yield sort.slice(readings, from, Math.min(count, from + size));
}

function pack<R extends Readings>(sort: ReadingsSort<R>, metricId: number, readings: R): ChunkRow {
  const count = readings.timesUs.length;
  return {
    metricId,
    isNumber: sort.isNumber,
    count,
    firstUs: readings.timesUs[0] as number,
    lastUs: readings.timesUs[count - 1] as number,
    data: sort.encode(readings),
  };
}
