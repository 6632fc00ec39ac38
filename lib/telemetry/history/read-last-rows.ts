import { historyPool } from '@/lib/database';
import type { ReadingValue } from '@/lib/live/protocol';
import { HOUR_US } from '../times';
import type { DatasourceSource, Places } from './metric-source';
import { timeText } from './packed-rows';
import type { ValueAt } from './state-at';

type NumberRow = { shape: number; us: number; numbers: (number | null)[] };
type OtherRow = { metric: number; us: number; value: ReadingValue };
type Window = { afterUs: number; atUs: number };

/** Most metrics have a value within this time; the others cost a look at every hot message. */
const NEAR_US = HOUR_US;

/** The last values at or before a moment among the messages that are not packed, by metric id. */
export async function readLastRows(source: DatasourceSource, atUs: number): Promise<Map<number, ValueAt>> {
  const found = new Map<number, ValueAt>();
  const take = (value: ValueAt) => {
    const known = found.get(value.metric);
    if (!known || value.timeUs >= known.timeUs) found.set(value.metric, value);
  };
  const near = { afterUs: atUs - NEAR_US, atUs };
  await takeWindow(source, near, take, () => true);
  const missing = new Set(source.metrics.map(({ info }) => info.id).filter((id) => !found.has(id)));
  if (missing.size > 0) {
    const far = { afterUs: Number.NEGATIVE_INFINITY, atUs: near.afterUs };
    await takeWindow(source, far, take, (metric) => missing.has(metric));
  }
  return found;
}

async function takeWindow(
  { number, metrics, places }: DatasourceSource,
  window: Window,
  take: (value: ValueAt) => void,
  isWanted: (metric: number) => boolean,
): Promise<void> {
  const shapes = [...new Set(places.shapes.filter((_, i) => isWanted(places.metrics[i] as number)))];
  const others = metrics.filter(({ mayHaveOthers, info }) => mayHaveOthers && isWanted(info.id));
  const rows = await lastNumbers(number, shapes, window);
  for (const { shape, us, numbers } of rows) {
    for (const [metric, position] of metricsOf(places, shape)) {
      const value = numbers[position - 1];
      if (typeof value === 'number' && isWanted(metric)) take({ metric, timeUs: us, value });
    }
  }
  const ids = others.map(({ info }) => info.id);
  for (const { metric, us, value } of await lastOthers(number, ids, window))
    take({ metric, timeUs: us, value });
}

function* metricsOf({ shapes, metrics, positions }: Places, shape: number): Generator<[number, number]> {
  for (let i = shapes.indexOf(shape); i >= 0 && shapes[i] === shape; i++)
    yield [metrics[i] as number, positions[i] as number];
}

const messages = (columns: string, also: string) => `(
  select ${columns} from message where datasource = $1 and time > $2 and time <= $3 and ${also}
  union all
  select ${columns} from sealing_message where datasource = $1 and time > $2 and time <= $3 and ${also}) m`;

const bounds = ({ afterUs, atUs }: Window) => [
  Number.isFinite(afterUs) ? timeText(afterUs) : '-infinity',
  timeText(atUs),
];

async function lastNumbers(datasource: number, shapes: number[], window: Window): Promise<NumberRow[]> {
  if (shapes.length === 0) return [];
  const { rows } = await historyPool().query<NumberRow>({
    name: 'history-last-numbers',
    text: `select distinct on (shape) shape, (extract(epoch from time) * 1e6)::float8 as us, numbers
             from ${messages('shape, time, numbers', 'shape = any($4::int[])')}
            order by shape, time desc`,
    values: [datasource, ...bounds(window), shapes],
  });
  return rows;
}

async function lastOthers(datasource: number, ids: number[], window: Window): Promise<OtherRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await historyPool().query<OtherRow>({
    name: 'history-last-others',
    text: `select distinct on (o.metric) o.metric, (extract(epoch from m.time) * 1e6)::float8 as us,
                  m.others -> o.metric::text as value
             from ${messages('time, others', 'others is not null')}
             join unnest($4::int[]) as o(metric) on m.others ? o.metric::text
            order by o.metric, m.time desc`,
    values: [datasource, ...bounds(window), ids],
  });
  return rows;
}
