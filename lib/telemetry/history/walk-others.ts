import type { Others } from '../codec/others';
import type { BucketGrid } from './bucket-grid';
import type { DatasourceSource } from './metric-source';
import { readOtherRows } from './read-rows';
import { readOtherDays } from './read-sealed';
import { mergeOthers, NO_OTHERS, othersWithin, type Span } from './readings';
import { slicesOf } from './slices';

const SLICE_DAYS = 8;

/**
 * Passes by what is no number: texts, booleans, structures, mismatches; of one metric by ascending time.
 * @param options.lastOfEach of the rows only the last one of each bucket, where no more is asked for
 */
export async function* walkOthers(
  source: DatasourceSource,
  span: Span,
  options: { lastOfEach?: BucketGrid; sliceDays?: number } = {},
): AsyncGenerator<{ metric: number; others: Others }> {
  const ids = source.metrics.filter(({ mayHaveOthers }) => mayHaveOthers).map(({ info }) => info.id);
  if (ids.length === 0) return;
  const { lastOfEach: grid } = options;
  const slots = grid && { fromUs: grid.startUs, widthUs: grid.widthUs };
  for (const slice of await slicesOf(source, span, options.sliceDays ?? SLICE_DAYS)) {
    const rows = await readOtherRows(source.number, ids, slice, slots);
    const sealed = await readOtherDays(ids, slice);
    for (const metric of ids) {
      const kept = othersWithin(sealed.get(metric) ?? NO_OTHERS, slice);
      const others = mergeOthers(rows.get(metric) ?? NO_OTHERS, kept);
      if (others.timesUs.length > 0) yield { metric, others };
    }
  }
}
