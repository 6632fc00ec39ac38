import { historyPool } from '@/lib/database';
import { type DatasourceSource, METRIC_ROWS, type MetricRow, metricTables, sourceOf } from './metric-source';
import { timeText } from './packed-rows';
import { numberRows } from './read-rows';
import { daysOf, type FoundNumbers, type FoundRow, foundOf, foundRows } from './read-sealed';
import type { Span } from './readings';

/** What was read of a span together with the metrics themselves. */
export type FirstLook = { span: Span; found: FoundNumbers };

const QUESTION = `
  with ${metricTables('$4', '$5')}
  select *, null::jsonb as info
    from (${foundRows(numberRows('p'), 'array(select id from m)', ['$6', '$7'])}) f
  union all
  select id, null, 'metric', null, null, to_jsonb(r) from (${METRIC_ROWS}) r
   order by metric, day, first`;

/**
 * Finds metrics and reads their numbers of a short span in one journey to the database: for what is looked at most, the
 * last hour or day, a second one would take as long as the reading itself.
 * @throws Problem `not_found` when a metric does not exist
 */
export async function lookAt(
  datasource: { id: string; number: number },
  keys: readonly string[],
  span: Span,
): Promise<{ source: DatasourceSource; look: FirstLook }> {
  type Row = (FoundRow & { info: null }) | { sort: 'metric'; info: MetricRow };
  const { rows } = await historyPool().query<Row>({
    name: 'history-first-look',
    text: QUESTION,
    values: [
      ...[datasource.number, timeText(span.fromUs), timeText(span.toUs)],
      ...[datasource.id, [...keys], ...daysOf(span)],
    ],
  });
  const metrics = rows.flatMap((row) => (row.sort === 'metric' ? row.info : []));
  const found = foundOf(rows.flatMap((row) => (row.sort === 'metric' ? [] : row)));
  return { source: sourceOf(datasource, metrics, keys), look: { span, found } };
}
