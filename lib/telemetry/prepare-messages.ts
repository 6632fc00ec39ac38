import type { ReadingValue } from '@/lib/live/protocol';
import { problem } from '@/lib/problem';
import { VOTES_STANDING } from './kind-vote';
import { type DatasourceMemory, kindOf, type MetricMemory, newMetricMemory } from './memory';
import type { Message } from './message';
import { addMetrics, type NewMetric } from './metric-table';
import { ensureShape, SHAPE_METRICS_MAX, SHAPES_MAX } from './shape-table';

/** A message ready to be stored: its metrics are known, its numbers are cut into rows. */
export type PreparedMessage = PreparedRow & {
  /** Microseconds; of a message without a time of its own it is set when its group forms. */
  timeUs: number;
  hasOwnTime: boolean;
  metrics: readonly MetricMemory[];
  values: readonly ReadingValue[];
  /** Of a message that does not fit into one row: the others. */
  moreRows: readonly PreparedRow[] | undefined;
};

export type PreparedRow = { shape: number; numbers: readonly number[]; others: string | null };

/** What must be made before a message can be stored. */
type Missing = {
  metrics: Map<string, NewMetric> | undefined;
  shapes: Map<string, number[]> | undefined;
};

/** Prepares messages; answers without a promise while all metrics and shapes are known. */
export function prepareMessages(
  memory: DatasourceMemory,
  messages: readonly Message[],
  metricsMax: number,
): PreparedMessage[] | Promise<PreparedMessage[]> {
  const missing: Missing = { metrics: undefined, shapes: undefined };
  const prepared: PreparedMessage[] = [];
  for (const message of messages) prepared.push(prepareMessage(memory, message, missing));
  if (!missing.metrics && !missing.shapes) return prepared;
  return makeMissing(memory, missing, metricsMax).then(() => prepareMessages(memory, messages, metricsMax));
}

async function makeMissing(memory: DatasourceMemory, missing: Missing, metricsMax: number): Promise<void> {
  // Shapes are made of the ids of metrics: metrics first, shapes with the next round.
  if (missing.metrics) return makeMetrics(memory, [...missing.metrics.values()], metricsMax);
  for (const [signature, metricIds] of missing.shapes ?? []) {
    memory.shapes.set(signature, await ensureShape(memory.id, metricIds));
  }
}

/** Makes metrics, all or none. @throws Problem when there would be too many */
export async function makeMetrics(
  memory: DatasourceMemory,
  metrics: NewMetric[],
  metricsMax: number,
): Promise<void> {
  const added = await addMetrics(memory.id, metrics, metricsMax);
  if (added.outcome === 'gone')
    throw problem('unauthorized', { detail: 'The datasource of this key was deleted.' });
  if (added.outcome === 'too_many') {
    throw problem('invalid_reading', {
      detail: `A datasource may have at most ${metricsMax} data keys; with this request it would have ${added.count}.`,
      errors: metrics.slice(0, 10).map(({ key }) => ({
        pointer: `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`,
        detail: 'This data key is new.',
      })),
    });
  }
  for (const info of added.metrics) {
    if (memory.metrics.has(info.key)) continue;
    const isNew = metrics.some((metric) => metric.key === info.key && metric.kind === info.kind);
    memory.metrics.set(info.key, newMetricMemory(info, isNew ? 0 : VOTES_STANDING));
  }
}

const NO_ROW: PreparedRow = { shape: 0, numbers: [], others: null };

function prepareMessage(memory: DatasourceMemory, message: Message, missing: Missing): PreparedMessage {
  return prepareAsBefore(memory, message) ?? prepareAnew(memory, message, missing);
}

/**
 * A message of numbers that looks like the last one that began with the same metric: most do, and nothing needs to be
 * found out or copied. Undefined when it looks otherwise.
 */
function prepareAsBefore(
  { metrics: known }: DatasourceMemory,
  { timeUs, keys, values }: Message,
): PreparedMessage | undefined {
  const layout = known.get(keys[0] as string)?.layout;
  if (layout?.metrics.length !== keys.length) return undefined;
  const { metrics, order, shape } = layout;
  for (let i = 0; i < keys.length; i++) {
    if (typeof values[i] !== 'number' || known.get(keys[i] as string) !== metrics[i]) return undefined;
  }
  const inOrder = values as number[];
  const numbers = order ? order.map((place) => inOrder[place] as number) : inOrder;
  return {
    timeUs: timeUs ?? 0,
    hasOwnTime: timeUs !== undefined,
    metrics,
    values,
    shape,
    numbers,
    others: null,
    moreRows: undefined,
  };
}

function prepareAnew(memory: DatasourceMemory, message: Message, missing: Missing): PreparedMessage {
  const { keys, values } = message;
  const metrics: MetricMemory[] = [];
  const places: number[] = [];
  let others: string | null = null;
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] as string;
    const value = values[i] as ReadingValue;
    const metric = memory.metrics.get(key);
    if (!metric) {
      missing.metrics ??= new Map();
      missing.metrics.set(key, { key, kind: kindOf(value) });
      continue;
    }
    metrics.push(metric);
    if (typeof value === 'number') places.push(i);
    else others = `${others === null ? '{' : `${others},`}"${metric.info.id}":${JSON.stringify(value)}`;
  }
  if (others !== null) others += '}';
  const [row = NO_ROW, ...moreRows] = missing.metrics
    ? []
    : cutRows(memory, message, { metrics, places, others }, missing);
  return {
    timeUs: message.timeUs ?? 0,
    hasOwnTime: message.timeUs !== undefined,
    metrics,
    values,
    shape: row.shape,
    numbers: row.numbers,
    others: row.others,
    moreRows: moreRows.length > 0 ? moreRows : undefined,
  };
}

/** The metrics of a message, and at which places of it the numbers stand. */
type Parts = { metrics: MetricMemory[]; places: number[]; others: string | null };

function cutRows(
  memory: DatasourceMemory,
  { values }: Message,
  { metrics, places, others }: Parts,
  missing: Missing,
): PreparedRow[] {
  // The order of a message's keys is the sender's whim; the same metrics are the same shape.
  const idAt = (place: number) => (metrics[place] as MetricMemory).info.id;
  const inOrder = places.every((place, i) => i === 0 || idAt(place) > idAt(places[i - 1] as number));
  if (!inOrder) places.sort((a, b) => idAt(a) - idAt(b));
  const ids = places.map(idAt);
  const numbers = places.map((place) => values[place] as number);
  if (ids.length > SHAPE_METRICS_MAX) return cutWideRow(memory, ids, numbers, others, missing);
  const shape = memory.shapes.get(ids.join(','));
  if (shape === undefined) return cutWideRow(memory, ids, numbers, others, missing);
  const [first] = metrics;
  if (first && places.length === metrics.length)
    first.layout = { metrics, shape, order: inOrder ? undefined : places };
  return [{ shape, numbers, others }];
}

function cutWideRow(
  memory: DatasourceMemory,
  ids: number[],
  numbers: number[],
  others: string | null,
  missing: Missing,
): PreparedRow[] {
  const rows: PreparedRow[] = [];
  for (let from = 0; from === 0 || from < ids.length; from += SHAPE_METRICS_MAX) {
    const part = ids.slice(from, from + SHAPE_METRICS_MAX);
    const partNumbers = numbers.slice(from, from + SHAPE_METRICS_MAX);
    const known = memory.shapes.has(part.join(','));
    const tooMany = memory.shapes.size + (missing.shapes?.size ?? 0) >= SHAPES_MAX;
    const cuts = !known && tooMany && part.length > 1 ? part.map((id) => [id]) : [part];
    for (const [i, cut] of cuts.entries()) {
      const signature = cut.join(',');
      const shape = memory.shapes.get(signature);
      if (shape === undefined) {
        missing.shapes ??= new Map();
        missing.shapes.set(signature, cut);
      }
      rows.push({
        shape: shape ?? 0,
        numbers: cuts.length > 1 ? partNumbers.slice(i, i + 1) : partNumbers,
        others: rows.length === 0 ? others : null,
      });
    }
  }
  // In the order in which they are stored.
  return rows.sort((a, b) => a.shape - b.shape);
}
