import { BYTES, FIXED64, ProtobufReader, VARINT } from '../protobuf-reader';
import {
  ATTRIBUTE_DEPTH_MAX,
  type Attribute,
  type ExponentialBuckets,
  emptyPoint,
  OtlpFault,
  type OtlpMetric,
  type OtlpPoint,
} from './metric';

/** The metrics of an `ExportMetricsServiceRequest`. */
export function readProtobuf(body: Buffer): OtlpMetric[] {
  const metrics: OtlpMetric[] = [];
  const request = new ProtobufReader(body);
  while (request.next()) {
    if (request.is(1, BYTES)) readResourceMetrics(request.message(), metrics);
    else request.skip();
  }
  return metrics;
}

function readResourceMetrics(message: ProtobufReader, metrics: OtlpMetric[]): void {
  const resource: Attribute[] = []; // shared by all metrics, wherever it stands in the message
  while (message.next()) {
    if (message.is(1, BYTES)) readAttributes(message.message(), 1, resource);
    else if (message.is(2, BYTES)) readScopeMetrics(message.message(), resource, metrics);
    else message.skip();
  }
}

function readScopeMetrics(message: ProtobufReader, resource: Attribute[], metrics: OtlpMetric[]): void {
  while (message.next()) {
    if (message.is(2, BYTES)) metrics.push(readMetric(message.message(), resource));
    else message.skip();
  }
}

/** How the points of a kind of metric are read, by the field that holds it. */
const POINT_READERS: Readonly<Record<number, (point: ProtobufReader) => OtlpPoint>> = {
  5: readNumberPoint,
  7: readNumberPoint,
  9: readHistogramPoint,
  10: readExponentialPoint,
  11: readSummaryPoint,
};

function readMetric(message: ProtobufReader, resource: Attribute[]): OtlpMetric {
  const metric: OtlpMetric = { resource, name: '', points: [] };
  while (message.next()) {
    const readPoint = POINT_READERS[message.field];
    if (message.is(1, BYTES)) metric.name = message.text();
    else if (readPoint && message.is(message.field, BYTES)) {
      const data = message.message();
      while (data.next()) {
        if (data.is(1, BYTES)) metric.points.push(readPoint(data.message()));
        else data.skip();
      }
    } else message.skip();
  }
  return metric;
}

function readNumberPoint(message: ProtobufReader): OtlpPoint {
  const point = emptyPoint();
  while (message.next()) {
    if (message.is(7, BYTES)) point.attributes.push(readAttribute(message.message()));
    else if (message.is(3, FIXED64)) point.timeUs = microseconds(message.fixed64());
    else if (message.is(4, FIXED64)) point.value = message.double();
    else if (message.is(6, FIXED64)) point.value = Number(message.sfixed64());
    else if (message.is(8, VARINT)) point.flags = message.varint();
    else message.skip();
  }
  return point;
}

function readHistogramPoint(message: ProtobufReader): OtlpPoint {
  const point: OtlpPoint = { ...emptyPoint(), count: 0 };
  while (message.next()) {
    if (message.is(9, BYTES)) point.attributes.push(readAttribute(message.message()));
    else if (message.is(3, FIXED64)) point.timeUs = microseconds(message.fixed64());
    else if (message.is(4, FIXED64)) point.count = Number(message.fixed64());
    else if (message.is(5, FIXED64)) point.sum = message.double();
    else if (message.field === 6) point.bucketCounts = readAll(message, fixed64AsNumber, point.bucketCounts);
    else if (message.field === 7) point.bounds = readAll(message, double, point.bounds);
    else if (message.is(10, VARINT)) point.flags = message.varint();
    else if (message.is(11, FIXED64)) point.min = message.double();
    else if (message.is(12, FIXED64)) point.max = message.double();
    else message.skip();
  }
  return point;
}

function readExponentialPoint(message: ProtobufReader): OtlpPoint {
  const point: OtlpPoint = { ...emptyPoint(), count: 0, scale: 0 };
  while (message.next()) {
    if (message.is(1, BYTES)) point.attributes.push(readAttribute(message.message()));
    else if (message.is(3, FIXED64)) point.timeUs = microseconds(message.fixed64());
    else if (message.is(4, FIXED64)) point.count = Number(message.fixed64());
    else if (message.is(5, FIXED64)) point.sum = message.double();
    else if (message.is(6, VARINT)) point.scale = message.zigzag();
    else if (message.is(7, FIXED64)) point.zeroCount = Number(message.fixed64());
    else if (message.is(8, BYTES)) point.positive = readBuckets(message.message());
    else if (message.is(9, BYTES)) point.negative = readBuckets(message.message());
    else if (message.is(10, VARINT)) point.flags = message.varint();
    else if (message.is(12, FIXED64)) point.min = message.double();
    else if (message.is(13, FIXED64)) point.max = message.double();
    else message.skip();
  }
  return point;
}

function readBuckets(message: ProtobufReader): ExponentialBuckets {
  const buckets: ExponentialBuckets = { offset: 0, counts: [] };
  while (message.next()) {
    if (message.is(1, VARINT)) buckets.offset = message.zigzag();
    else if (message.field === 2) buckets.counts = readAll(message, varint, buckets.counts);
    else message.skip();
  }
  return buckets;
}

function readSummaryPoint(message: ProtobufReader): OtlpPoint {
  const point: OtlpPoint = { ...emptyPoint(), count: 0, quantiles: [] };
  while (message.next()) {
    if (message.is(7, BYTES)) point.attributes.push(readAttribute(message.message()));
    else if (message.is(3, FIXED64)) point.timeUs = microseconds(message.fixed64());
    else if (message.is(4, FIXED64)) point.count = Number(message.fixed64());
    else if (message.is(5, FIXED64)) point.sum = message.double();
    else if (message.is(6, BYTES)) point.quantiles?.push(readQuantile(message.message()));
    else if (message.is(8, VARINT)) point.flags = message.varint();
    else message.skip();
  }
  return point;
}

function readQuantile(message: ProtobufReader): { quantile: number; value: number } {
  const found = { quantile: 0, value: 0 };
  while (message.next()) {
    if (message.is(1, FIXED64)) found.quantile = message.double();
    else if (message.is(2, FIXED64)) found.value = message.double();
    else message.skip();
  }
  return found;
}

const fixed64AsNumber = (values: ProtobufReader) => Number(values.fixed64());
const double = (values: ProtobufReader) => values.double();
const varint = (values: ProtobufReader) => values.varint();

/** A repeated number: packed, or one field each. */
function readAll(
  message: ProtobufReader,
  readOne: (values: ProtobufReader) => number,
  found: number[] = [],
): number[] {
  if (!message.isPacked) found.push(readOne(message));
  else for (const values = message.message(); !values.isAtEnd; ) found.push(readOne(values));
  return found;
}

const microseconds = (nanoseconds: bigint): number => Number(nanoseconds / 1000n);

function readAttributes(message: ProtobufReader, field: number, found: Attribute[], depth = 0): void {
  while (message.next()) {
    if (message.is(field, BYTES)) found.push(readAttribute(message.message(), depth));
    else message.skip();
  }
}

function readAttribute(message: ProtobufReader, depth = 0): Attribute {
  const attribute: Attribute = ['', ''];
  while (message.next()) {
    if (message.is(1, BYTES)) attribute[0] = message.text();
    else if (message.is(2, BYTES)) attribute[1] = readAnyValue(message.message(), depth);
    else message.skip();
  }
  return attribute;
}

function readAnyValue(message: ProtobufReader, depth: number): string {
  if (depth > ATTRIBUTE_DEPTH_MAX) throw new OtlpFault('The value of an attribute is nested too deeply.');
  let text = '';
  while (message.next()) {
    if (message.is(1, BYTES)) text = message.text();
    else if (message.is(2, VARINT)) text = String(message.varint() !== 0);
    else if (message.is(3, VARINT)) text = String(message.int64());
    else if (message.is(4, FIXED64)) text = String(message.double());
    else if (message.is(5, BYTES)) text = readArray(message.message(), depth + 1).join(',');
    else if (message.is(6, BYTES)) {
      const pairs: Attribute[] = [];
      readAttributes(message.message(), 1, pairs, depth + 1);
      text = pairs.map((pair) => pair.join('=')).join(',');
    } else message.skip();
  }
  return text;
}

function readArray(message: ProtobufReader, depth: number): string[] {
  const texts: string[] = [];
  while (message.next()) {
    if (message.is(1, BYTES)) texts.push(readAnyValue(message.message(), depth));
    else message.skip();
  }
  return texts;
}
