import type pg from 'pg';
import type { ReadingValue } from '@/lib/live/protocol';
import { readTimeUs } from '../postgres-time';
import type { CollectedReadings } from './collected-readings';

/** What is known of a datasource whose messages are packed. */
export type SealedSource = {
  id: string;
  number: number;
  metricIds: Set<number>;
  /** Metrics of a shape, in its order. */
  shapes: Map<number, readonly number[]>;
};

/**
 * Rows of `message` as one cell of bytes: time, shape, numbers, others. Parsed by PostgreSQL's client as rows they
 * would cost a hundred times as much.
 */
export const PACKED_ROWS = `string_agg(
  timestamptz_send(time) || int4send(shape) || array_send(numbers)
    || int4send(coalesce(octet_length(others::text), 0)) || coalesce(convert_to(others::text, 'UTF8'), ''::bytea),
  ''::bytea order by time, shape)`;

const ROW_HEAD = 12;
/** Dimensions, flags and type of an array; its length and lower bound when it has elements; then length and bytes of each. */
const ARRAY_HEAD = 12;
const ARRAY_BOUNDS = 8;
const ELEMENT = 12;

export async function loadSource(client: pg.ClientBase, number: number): Promise<SealedSource | undefined> {
  // Locked until the end of the transaction: it can't be deleted meanwhile and leave chunks behind.
  const { rows } = await client.query<{ id: string }>(
    'select id from datasource where number = $1 for key share',
    [number],
  );
  const id = rows[0]?.id;
  if (!id) return undefined;
  const metrics = await client.query<{ id: number }>('select id from metric where datasource_id = $1', [id]);
  const shapes = await client.query<{ id: number; metric_ids: number[] }>(
    'select id, metric_ids from shape where datasource_id = $1',
    [id],
  );
  return {
    id,
    number,
    metricIds: new Set(metrics.rows.map((row) => row.id)),
    shapes: new Map(shapes.rows.map((row) => [row.id, row.metric_ids])),
  };
}

export type RowPlace = { timeUs: number; shape: number };

/** Reads packed rows into `into`; gives way to others now and then. Answers the place of the last row. */
export async function collectRows(
  bytes: Buffer,
  source: SealedSource,
  into: CollectedReadings,
  giveWay: () => Promise<void> | undefined,
): Promise<RowPlace> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let place: RowPlace = { timeUs: Number.NEGATIVE_INFINITY, shape: 0 };
  for (let at = 0, row = 0; at < bytes.length; row++) {
    if (row % 128 === 127) await giveWay();
    const timeUs = readTimeUs(view, at);
    const shape = view.getInt32(at + 8);
    place = { timeUs, shape };
    at += ROW_HEAD;
    const isEmpty = view.getInt32(at) === 0;
    const count = isEmpty ? 0 : view.getInt32(at + ARRAY_HEAD);
    at += ARRAY_HEAD + (isEmpty ? 0 : ARRAY_BOUNDS);
    const metricIds = source.shapes.get(shape) ?? [];
    for (let i = 0; i < count; i++, at += ELEMENT) {
      const metricId = metricIds[i];
      if (metricId !== undefined) into.addNumber(metricId, timeUs, view.getFloat64(at + 4));
    }
    const textLength = view.getInt32(at);
    at += 4;
    if (textLength > 0) collectOthers(bytes.toString('utf8', at, at + textLength), timeUs, source, into);
    at += textLength;
  }
  return place;
}

function collectOthers(text: string, timeUs: number, source: SealedSource, into: CollectedReadings): void {
  const entries = Object.entries(JSON.parse(text) as Record<string, ReadingValue>);
  const each = Math.ceil(text.length / Math.max(1, entries.length));
  for (const [key, value] of entries) {
    const metricId = Number(key);
    if (source.metricIds.has(metricId)) into.addOther(metricId, timeUs, value, each);
  }
}
