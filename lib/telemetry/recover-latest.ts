import { pool } from '@/lib/database';
import type { ReadingValue } from '@/lib/live/protocol';
import type { DatasourceMemory } from './memory';
import { readSealedLatest } from './sealed-latest';

/**
 * Acknowledged messages may be newer than the written latest values: those of the last flush interval before the
 * process was killed. Their own time is at most LATE_US older than their arrival, as the latest values of later
 * ones are written before they are acknowledged (write-messages.ts); twice that is looked through.
 */
export const LATE_US = 60e6;
/** Times of arrival may lie a little ahead of the clock; what lies further ahead was named by a sender. */
const AHEAD_MS = 5_000;

const ROWS = `(
  select shape, time, numbers, others from message where datasource = $1 and time > $2
  union all
  select shape, time, numbers, others from sealing_message where datasource = $1 and time > $2) m`;
const US = '(extract(epoch from time) * 1e6)::float8 as us';

type NumbersRow = { shape: number; us: number; numbers: number[] };
type OtherRow = { metric: number; us: number; value: ReadingValue };
type Times = { newest: number | null; arrival: number | null };

/**
 * Takes over what was stored but not yet written as latest value when the process ended without warning. That may be a
 * whole import: the database looks through it, and answers what is newest.
 * @param metricIds by shape
 */
export async function recoverLatest(
  memory: DatasourceMemory,
  metricIds: ReadonlyMap<number, readonly number[]>,
): Promise<void> {
  if (memory.metrics.size === 0) return;
  const since =
    memory.lastMessageAt === null ? '-infinity' : new Date(memory.lastMessageAt - (2 * LATE_US) / 1000);
  const place = [memory.number, since];
  const [numbers, others, times] = await Promise.all([
    pool().query<NumbersRow>(
      `select distinct on (shape) shape, ${US}, numbers from ${ROWS} order by shape, time desc`,
      place,
    ),
    pool().query<OtherRow>(
      `select distinct on (metric) o.key::int as metric, ${US}, o.value
         from ${ROWS} cross join lateral jsonb_each(m.others) as o order by metric, time desc`,
      place,
    ),
    pool().query<Times>(
      `select (extract(epoch from max(time)) * 1e6)::float8 as newest,
              (extract(epoch from max(time) filter (where time < $3)) * 1e6)::float8 as arrival from ${ROWS}`,
      [...place, new Date(Date.now() + AHEAD_MS)],
    ),
  ]);
  // After the rows: what is packed in between is then seen twice rather than never.
  const sealed = await readSealedLatest(memory.id, since);
  const take = takeInto(memory);
  for (const { shape, us, numbers: values } of numbers.rows) {
    for (const [i, id] of (metricIds.get(shape) ?? []).entries()) take(id, us, values[i]);
  }
  for (const { metric, us, value } of others.rows) take(metric, us, value);
  for (const { metricId, us, value } of sealed) take(metricId, us, value);
  const { newest = null, arrival = null } = times.rows[0] ?? {};
  // A time of arrival is never given twice, not even by the process before this one.
  memory.lastArrivalUs = Math.max(memory.lastArrivalUs, arrival ?? 0);
  // When the newest of them arrived is not stored; its own time is the best that is known.
  const newestUs = sealed.reduce((latest, { us }) => Math.max(latest, us), newest ?? 0);
  const newestMs = Math.min(Date.now(), newestUs / 1000);
  if (memory.dirtyMetrics.size > 0 && newestMs > (memory.lastMessageAt ?? 0)) {
    memory.lastMessageAt = newestMs;
    memory.lastMessageDirty = true;
  }
}

function takeInto(memory: DatasourceMemory) {
  const byId = new Map([...memory.metrics.values()].map((metric) => [metric.info.id, metric]));
  return (id: number, us: number, value: ReadingValue | undefined): void => {
    const metric = byId.get(id);
    if (!metric || value === undefined || us <= metric.latestUs) return;
    metric.latestUs = us;
    metric.latestValue = value;
    metric.latestDirty = true;
    memory.dirtyMetrics.add(metric);
  };
}
