import {
  ATTRIBUTE_DEPTH_MAX,
  type Attribute,
  type ExponentialBuckets,
  emptyPoint,
  OtlpFault,
  type OtlpMetric,
  type OtlpPoint,
} from './metric';

type Fields = Record<string, unknown>;

/** The kinds of metrics, by the field that holds their points, with what need not be written there. */
const POINT_FIELDS: Readonly<Record<string, Partial<OtlpPoint>>> = {
  gauge: {},
  sum: {},
  histogram: { count: 0 },
  exponentialHistogram: { count: 0, scale: 0 },
  summary: { count: 0 },
};

/** The metrics of an export as protobuf's JSON writes it: 64-bit numbers may be texts, unknown fields are passed over. */
export function readJson(document: unknown): OtlpMetric[] {
  const metrics: OtlpMetric[] = [];
  for (const resourceMetrics of list(fields(document, 'The body'), 'resourceMetrics')) {
    const resource = attributes(optional(resourceMetrics, 'resource'), 0);
    for (const scopeMetrics of list(resourceMetrics, 'scopeMetrics'))
      for (const metric of list(scopeMetrics, 'metrics')) metrics.push(readMetric(metric, resource));
  }
  return metrics;
}

function readMetric(metric: Fields, resource: Attribute[]): OtlpMetric {
  const points: OtlpPoint[] = [];
  for (const [name, defaults] of Object.entries(POINT_FIELDS))
    for (const point of list(optional(metric, name), 'dataPoints'))
      points.push({ ...defaults, ...readPoint(point) });
  return { resource, name: typeof metric.name === 'string' ? metric.name : '', points };
}

function readPoint(point: Fields): OtlpPoint {
  const found: OtlpPoint = {
    ...emptyPoint(),
    attributes: attributes(point, 0),
    timeUs: microseconds(point.timeUnixNano),
    flags: number(point, 'flags') ?? 0,
  };
  setKnown(found, 'value', number(point, 'asDouble') ?? number(point, 'asInt'));
  for (const name of ['count', 'sum', 'min', 'max', 'scale', 'zeroCount'] as const)
    setKnown(found, name, number(point, name));
  setKnown(found, 'bounds', numbers(point, 'explicitBounds'));
  setKnown(found, 'bucketCounts', numbers(point, 'bucketCounts'));
  setKnown(found, 'positive', buckets(point, 'positive'));
  setKnown(found, 'negative', buckets(point, 'negative'));
  if (Array.isArray(point.quantileValues))
    found.quantiles = list(point, 'quantileValues').map((each) => ({
      quantile: number(each, 'quantile') ?? 0,
      value: number(each, 'value') ?? 0,
    }));
  return found;
}

function setKnown<K extends keyof OtlpPoint>(
  point: OtlpPoint,
  name: K,
  value: OtlpPoint[K] | undefined,
): void {
  if (value !== undefined) point[name] = value;
}

function buckets(point: Fields, name: string): ExponentialBuckets | undefined {
  if (point[name] === undefined || point[name] === null) return undefined;
  const found = optional(point, name);
  return { offset: number(found, 'offset') ?? 0, counts: numbers(found, 'bucketCounts') ?? [] };
}

function fields(value: unknown, what: string): Fields {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields;
  throw new OtlpFault(`${what} is not an object.`);
}

/** An object that need not be there. */
const optional = (holder: Fields, name: string): Fields =>
  holder[name] === undefined || holder[name] === null ? {} : fields(holder[name], `"${name}"`);

/** Objects in a list that need not be there. */
function list(holder: Fields, name: string): Fields[] {
  const value = holder[name] ?? [];
  if (!Array.isArray(value)) throw new OtlpFault(`"${name}" is not an array.`);
  return value.map((item) => fields(item, `An item of "${name}"`));
}

function number(holder: Fields, name: string): number | undefined {
  const value = holder[name];
  return value === undefined || value === null ? undefined : toNumber(value, name);
}

function numbers(holder: Fields, name: string): number[] | undefined {
  const value = holder[name];
  if (value === undefined || value === null) return undefined;
  if (!Array.isArray(value)) throw new OtlpFault(`"${name}" is not an array.`);
  return value.map((item) => toNumber(item, name));
}

function toNumber(value: unknown, name: string): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'string' && value.trim() !== '') {
    const read = Number(value);
    if (value === 'NaN' || !Number.isNaN(read)) return read;
  }
  throw new OtlpFault(`"${name}" is not a number.`);
}

const DIGITS = /^\d{1,20}$/;

function microseconds(value: unknown): number {
  if (value === undefined || value === null) return 0;
  if (typeof value === 'number') return Math.floor(value / 1e3);
  if (typeof value !== 'string' || !DIGITS.test(value))
    throw new OtlpFault('"timeUnixNano" is not a number.');
  return Number(value.slice(0, -3));
}

function attributes(holder: Fields, depth: number): Attribute[] {
  return list(holder, 'attributes').map((attribute) => pair(attribute, depth));
}

function pair(attribute: Fields, depth: number): Attribute {
  const name = typeof attribute.key === 'string' ? attribute.key : '';
  return [name, anyValue(optional(attribute, 'value'), depth)];
}

function anyValue(value: Fields, depth: number): string {
  if (depth > ATTRIBUTE_DEPTH_MAX) throw new OtlpFault('The value of an attribute is nested too deeply.');
  for (const name of ['stringValue', 'boolValue', 'intValue', 'doubleValue'] as const)
    if (value[name] !== undefined && value[name] !== null) return scalarText(value[name]);
  if (value.arrayValue !== undefined)
    return list(optional(value, 'arrayValue'), 'values')
      .map((item) => anyValue(item, depth + 1))
      .join(',');
  if (value.kvlistValue !== undefined)
    return list(optional(value, 'kvlistValue'), 'values')
      .map((item) => pair(item, depth + 1).join('='))
      .join(',');
  return '';
}

const scalarText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
