import { PbfWriter } from 'pbf';
import { ARRIVED_MS } from '../test-read';

type Attributes = { key: string; value: AnyValue }[];
type AnyValue = {
  stringValue?: string;
  boolValue?: boolean;
  intValue?: string;
  doubleValue?: number;
  arrayValue?: { values: AnyValue[] };
  kvlistValue?: { values: Attributes };
};
type Buckets = { offset: number; bucketCounts: string[] };
/** A data point as JSON writes it; 64-bit numbers are texts. */
export type Point = {
  attributes: Attributes;
  timeUnixNano: string;
  flags?: number;
  asDouble?: number;
  asInt?: string;
  count?: string;
  sum?: number;
  min?: number;
  max?: number;
  explicitBounds?: number[];
  bucketCounts?: string[];
  scale?: number;
  zeroCount?: string;
  positive?: Buckets;
  negative?: Buckets;
  quantileValues?: { quantile: number; value: number }[];
};
export type Kind = 'gauge' | 'sum' | 'histogram' | 'exponentialHistogram' | 'summary';
export type Metric = { name: string; unit?: string } & { [K in Kind]?: { dataPoints: Point[] } };
export type Export = {
  resourceMetrics: { resource: { attributes: Attributes }; scopeMetrics: { metrics: Metric[] }[] }[];
};

/** An export of one service. */
export const exportOf = (metrics: Metric[], attributes: Attributes = []): Export => ({
  resourceMetrics: [{ resource: { attributes }, scopeMetrics: [{ metrics }] }],
});

export const text = (key: string, stringValue: string) => ({ key, value: { stringValue } });

/** A second before the arrival of test-read.ts. */
export const T = `${ARRIVED_MS - 1000}000000`;
export const point = (more: Partial<Point>): Point => ({ attributes: [], timeUnixNano: T, ...more });
export const gauge = (name: string, ...dataPoints: Point[]): Metric => ({ name, gauge: { dataPoints } });

/** The same export as protobuf. */
export function toProtobuf({ resourceMetrics }: Export): Buffer {
  const writer = new PbfWriter();
  for (const { resource, scopeMetrics } of resourceMetrics)
    writer.writeMessage(
      1,
      (_none, out) => {
        // Scopes first: a resource may stand behind them.
        for (const { metrics } of scopeMetrics)
          out.writeMessage(
            2,
            (_, scope) => {
              for (const each of metrics) scope.writeMessage(2, writeMetric, each);
            },
            0,
          );
        out.writeMessage(1, ({ attributes }, message) => writeAttributes(1, attributes, message), resource);
      },
      0,
    );
  return Buffer.from(writer.finish());
}

const FIELDS: Record<Kind, { field: number; attributes: number; flags: number }> = {
  gauge: { field: 5, attributes: 7, flags: 8 },
  sum: { field: 7, attributes: 7, flags: 8 },
  histogram: { field: 9, attributes: 9, flags: 10 },
  exponentialHistogram: { field: 10, attributes: 1, flags: 10 },
  summary: { field: 11, attributes: 7, flags: 8 },
};

function writeMetric(metric: Metric, writer: PbfWriter): void {
  writer.writeStringField(1, metric.name);
  writer.writeStringField(3, metric.unit ?? '1');
  for (const kind of Object.keys(FIELDS) as Kind[]) {
    const data = metric[kind];
    if (!data) continue;
    writer.writeMessage(
      FIELDS[kind].field,
      (_none, out) => {
        for (const point of data.dataPoints) out.writeMessage(1, (_, to) => writePoint(kind, point, to), 0);
        if (kind !== 'gauge') out.writeVarintField(2, 2);
      },
      0,
    );
  }
}

function writePoint(kind: Kind, point: Point, writer: PbfWriter): void {
  const { attributes, flags } = FIELDS[kind];
  writeAttributes(attributes, point.attributes, writer);
  fixed64(3, point.timeUnixNano, writer);
  if (point.flags) writer.writeVarintField(flags, point.flags);
  if (point.asDouble !== undefined) writer.writeDoubleField(4, point.asDouble);
  if (point.asInt !== undefined) fixed64(6, point.asInt, writer);
  if (point.count !== undefined) fixed64(4, point.count, writer);
  if (point.sum !== undefined) writer.writeDoubleField(5, point.sum);
  const [min, max] = kind === 'histogram' ? [11, 12] : [12, 13];
  if (point.min !== undefined) writer.writeDoubleField(min, point.min);
  if (point.max !== undefined) writer.writeDoubleField(max, point.max);
  if (point.explicitBounds) writer.writePackedDouble(7, point.explicitBounds);
  for (const count of point.bucketCounts ?? []) fixed64(6, count, writer); // not packed, as old senders write
  if (point.scale !== undefined) writer.writeSVarintField(6, point.scale);
  if (point.zeroCount !== undefined) fixed64(7, point.zeroCount, writer);
  if (point.positive) writer.writeMessage(8, writeBuckets, point.positive);
  if (point.negative) writer.writeMessage(9, writeBuckets, point.negative);
  for (const each of point.quantileValues ?? [])
    writer.writeMessage(
      6,
      ({ quantile, value }, message) => {
        message.writeDoubleField(1, quantile);
        message.writeDoubleField(2, value);
      },
      each,
    );
}

function writeBuckets({ offset, bucketCounts }: Buckets, writer: PbfWriter): void {
  writer.writeSVarintField(1, offset);
  writer.writePackedVarint(2, bucketCounts.map(Number));
}

function fixed64(field: number, digits: string, writer: PbfWriter): void {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt.asUintN(64, BigInt(digits)));
  writer.writeTag(field, 1);
  for (const half of [0, 4]) writer.writeFixed32(bytes.readUInt32LE(half));
}

function writeAttributes(field: number, attributes: Attributes, writer: PbfWriter): void {
  for (const attribute of attributes)
    writer.writeMessage(
      field,
      ({ key, value }, message) => {
        message.writeBytesField(1, Buffer.from(key));
        message.writeMessage(2, writeAnyValue, value);
      },
      attribute,
    );
}

function writeAnyValue(value: AnyValue, writer: PbfWriter): void {
  if (value.stringValue !== undefined) writer.writeBytesField(1, Buffer.from(value.stringValue));
  if (value.boolValue !== undefined) writer.writeVarintField(2, Number(value.boolValue));
  if (value.intValue !== undefined) writer.writeVarintField(3, Number(value.intValue));
  if (value.doubleValue !== undefined) writer.writeDoubleField(4, value.doubleValue);
  if (value.arrayValue)
    writer.writeMessage(
      5,
      ({ values }, out) => {
        for (const each of values) out.writeMessage(1, writeAnyValue, each);
      },
      value.arrayValue,
    );
  if (value.kvlistValue)
    writer.writeMessage(6, ({ values }, out) => writeAttributes(1, values, out), value.kvlistValue);
}
