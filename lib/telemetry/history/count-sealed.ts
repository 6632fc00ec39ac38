import { historyPool } from '@/lib/database';
import { dayOf, isoDay } from '../times';
import type { Span } from './readings';

/** About how many sealed numbers lie in a span, counted by whole days: nothing is unpacked for it. */
export async function countSealed(metricIds: readonly number[], { fromUs, toUs }: Span): Promise<number> {
  const { rows } = await historyPool().query<{ count: string | null }>({
    name: 'history-count-sealed',
    text: `select sum(count) as count from chunk
            where metric_id = any($1::int[]) and day between $2::date and $3::date and is_number`,
    values: [[...metricIds], isoDay(dayOf(fromUs)), isoDay(dayOf(toUs - 1))],
  });
  return Number(rows[0]?.count ?? 0);
}
