import type { Message } from '@/lib/telemetry/message';
import { checkTime } from '../../parse-timestamp';
import type { ReadContext } from '../format';
import { faultOfKey, MessageBuilder } from '../message-builder';
import { seriesKey, seriesSuffix } from '../series-key';
import type { Attribute, OtlpMetric, OtlpPoint } from './metric';
import { type PointValue, pointValues } from './point-values';

const NO_RECORDED_VALUE = 1;
/** What an SDK writes that was told no name: it tells nobody apart. */
const UNNAMED = /^unknown_service(?::|$)/;
/** Made anew at each start: no widget could stay bound to a data key that holds one. */
const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

/** What of a resource becomes part of data keys: who it is, not which version of what it runs on. */
const IDENTIFYING = new Map<string, (value: string) => boolean>([
  ['service.namespace', () => true],
  ['service.name', (value) => !UNNAMED.test(value)],
  ['service.instance.id', (value) => !UUID.test(value)],
  ['device.id', () => true],
  ['host.name', () => true],
]);

/** Messages of the metrics of an export. What can't be stored is left out and counted, as the protocol wants it. */
export function toMessages(metrics: readonly OtlpMetric[], context: ReadContext): Message[] {
  const builder = new MessageBuilder(context.faults);
  const identities = new Map<readonly Attribute[], Attribute[]>();
  for (const { resource, name, points } of metrics) {
    let identity = identities.get(resource);
    if (!identity) {
      identity = resource.filter(([key, value]) => IDENTIFYING.get(key)?.(value));
      identities.set(resource, identity);
    }
    for (const point of points) takePoint(name, identity, point, builder, context);
  }
  return builder.messages;
}

function takePoint(
  name: string,
  identity: readonly Attribute[],
  point: OtlpPoint,
  builder: MessageBuilder,
  context: ReadContext,
): void {
  if (point.flags % 2 === NO_RECORDED_VALUE) return; // the end of a series: nothing was lost
  const checked = point.timeUs === 0 ? { timeUs: undefined } : checkTime(point.timeUs, point.timeUs, context);
  let fault = 'fault' in checked ? checked.fault : undefined;
  if (!('fault' in checked)) {
    const values = pointValues(point);
    if (values.length === 0) fault = `A data point of "${name.slice(0, 80)}" has no value.`;
    const attributes = withoutRepeated([...point.attributes, ...identity]);
    for (const value of values) {
      const key = keyOf(name, attributes, value);
      const wrong = faultOfReading(key, value);
      if (wrong) fault ??= wrong;
      else builder.add(checked.timeUs, key, value.value, name);
    }
  }
  if (fault) context.faults.drop(1, fault);
}

function keyOf(name: string, attributes: readonly Attribute[], { field, quantile }: PointValue): string {
  const tags: readonly Attribute[] =
    quantile === undefined ? attributes : [...attributes, ['quantile', String(quantile)]];
  return seriesKey(name, field, seriesSuffix(tags));
}

const faultOfReading = (key: string, { value }: PointValue): string | undefined =>
  typeof value === 'number' && !Number.isFinite(value)
    ? `${key} has no value (NaN or Inf).`
    : faultOfKey(key);

/** An attribute of the point is nearer than one of its resource. */
function withoutRepeated(attributes: readonly Attribute[]): Attribute[] {
  const seen = new Map<string, Attribute>();
  for (const attribute of attributes) if (!seen.has(attribute[0])) seen.set(attribute[0], attribute);
  return [...seen.values()];
}
