import type { Message } from '@/lib/telemetry/message';
import { parseTimestamp } from '../../parse-timestamp';
import type { ReadContext } from '../format';
import { checkMessageCount } from '../json/parse-json';
import { faultOfKey, faultOfValue, MessageBuilder } from '../message-builder';
import { seriesKey, seriesSuffix } from '../series-key';

type Fields = Record<string, unknown>;
const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isMetric = (value: unknown): boolean =>
  isObject(value) &&
  typeof value.name === 'string' &&
  isObject(value.fields) &&
  isObject(value.tags) &&
  'timestamp' in value;

/** Is this document what Telegraf's `outputs.http` writes with `data_format = "json"`? Nobody else has these names together. */
export const isTelegraf = (document: Fields): boolean =>
  (Array.isArray(document.metrics) && document.metrics.length > 0 && document.metrics.every(isMetric)) ||
  isMetric(document);

/** Reads Telegraf's metrics; fields of one measurement and moment are one message, named as in line protocol (SPEC.md, N). */
export function readTelegraf(document: Fields, context: ReadContext): Message[] {
  const isBatch = Array.isArray(document.metrics);
  const metrics: unknown[] = Array.isArray(document.metrics) ? document.metrics : [document];
  const builder = new MessageBuilder(context.faults);
  for (const [i, metric] of metrics.entries())
    readMetric(metric as Fields, isBatch ? ['metrics', i] : [], context, builder);
  if (context.faults.count === 0) checkMessageCount(builder.messages.length);
  return builder.messages;
}

function readMetric(
  metric: Fields,
  path: (string | number)[],
  context: ReadContext,
  builder: MessageBuilder,
): void {
  const { faults } = context;
  const time = metric.timestamp === null ? { timeUs: undefined } : parseTimestamp(metric.timestamp, context);
  if ('fault' in time) faults.add([...path, 'timestamp'], time.fault);
  const tags: [string, string][] = [];
  for (const [name, value] of Object.entries(metric.tags as Fields)) {
    if (typeof value === 'string') tags.push([name, value]);
    else faults.add([...path, 'tags', name], 'The value of a tag is a text.');
  }
  const suffix = seriesSuffix(tags);
  const fields = Object.entries(metric.fields as Fields);
  if (fields.length === 0) faults.add([...path, 'fields'], 'The metric has no fields.');
  for (const [name, value] of fields) {
    if (value === null) continue;
    const key = seriesKey(String(metric.name), name, suffix);
    const fault = isScalar(value)
      ? (faultOfValue(value) ?? faultOfKey(key))
      : 'The value of a field is a number, a text or a boolean.';
    if (fault !== undefined) faults.add([...path, 'fields', name], fault);
    else if (isScalar(value) && 'timeUs' in time) builder.add(time.timeUs, key, value, String(metric.name));
  }
}

const isScalar = (value: unknown): value is number | string | boolean =>
  typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean';
