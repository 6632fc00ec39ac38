import { liveBus } from '@/lib/live/bus';
import type { Update } from '@/lib/live/protocol';
import { transaction } from '@/lib/transaction';
import { knownMemory } from '../../datasource-memory';
import { flushNow } from '../../flusher';
import { updateOf } from '../../snapshot';
import type { DatasourceSource } from '../metric-source';
import { timeText } from '../packed-rows';
import type { Span } from '../readings';
import { stateAt, type ValueAt } from '../state-at';

/** Far enough ahead for clocks that are. */
const AHEAD_US = 366 * 86_400e6;

/**
 * Finds the newest values anew of metrics whose newest one was deleted, writes them down, and tells memory and who looks
 * at them live. A message that arrives meanwhile stays the newest.
 */
export async function retellLatest(source: DatasourceSource, span: Span): Promise<void> {
  await flushNow();
  const left = await stateAt(source, Date.now() * 1000 + AHEAD_US);
  const ids = source.metrics.map(({ info }) => info.id);
  await transaction(async (client) => {
    const within = [timeText(span.fromUs), timeText(span.toUs)];
    const { rows } = await client.query<{ metric_id: number }>(
      `delete from metric_latest where metric_id = any($1::int[]) and time >= $2 and time < $3 returning metric_id`,
      [ids, ...within],
    );
    const values = rows.flatMap(({ metric_id: id }) => left.get(id) ?? []);
    await client.query(
      `insert into metric_latest (metric_id, time, value)
       select * from unnest($1::int[], $2::timestamptz[], $3::jsonb[])
       on conflict (metric_id) do nothing`,
      [
        values.map(({ metric }) => metric),
        values.map(({ timeUs }) => timeText(timeUs)),
        values.map(({ value }) => JSON.stringify(value)),
      ],
    );
  });
  forget(source, span, left);
  liveBus().publish({ datasourceId: source.id, forgotten: ids, updates: newestOf(source, left) });
}

/** As memory knows them, where it does: a message may have come meanwhile. */
function newestOf({ id, metrics }: DatasourceSource, left: ReadonlyMap<number, ValueAt>): Update[] {
  const memory = knownMemory(id);
  const updates: Update[] = [];
  for (const { info } of metrics) {
    const metric = memory?.metrics.get(info.key);
    const value = left.get(info.id);
    const update = metric
      ? updateOf(metric)
      : value && ([info.id, Math.floor(value.timeUs / 1000), value.value] satisfies Update);
    if (update) updates.push(update);
  }
  return updates;
}

/** In memory, the metrics whose newest value is gone get what is left. */
function forget({ id, metrics }: DatasourceSource, span: Span, left: ReadonlyMap<number, ValueAt>): void {
  const memory = knownMemory(id);
  for (const { info } of metrics) {
    const metric = memory?.metrics.get(info.key);
    if (!metric || metric.latestUs < span.fromUs || metric.latestUs >= span.toUs) continue;
    const value = left.get(info.id);
    metric.latestUs = value?.timeUs ?? Number.NEGATIVE_INFINITY;
    metric.latestValue = value?.value;
    metric.latestDirty = false;
  }
}
