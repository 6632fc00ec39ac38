/** One metric of an OTLP export, whether it came as JSON or as protobuf: as much of it as we use. */
export type OtlpMetric = { resource: readonly Attribute[]; name: string; points: OtlpPoint[] };

/** A value that is no text is written as one. */
export type Attribute = [name: string, value: string];

export type OtlpPoint = {
  attributes: Attribute[];
  /** Microseconds since 1970; 0: not told. */
  timeUs: number;
  flags: number;
  /** Of a gauge or a sum. */
  value?: number;
  /** The rest: of histograms and summaries. */
  count?: number;
  sum?: number;
  min?: number;
  max?: number;
  bounds?: number[];
  bucketCounts?: number[];
  scale?: number;
  zeroCount?: number;
  positive?: ExponentialBuckets;
  negative?: ExponentialBuckets;
  quantiles?: { quantile: number; value: number }[];
};

/** The bucket at `i` counts values up to base^(offset + i + 1), where base is 2^(2^-scale). */
export type ExponentialBuckets = { offset: number; counts: number[] };

export const emptyPoint = (): OtlpPoint => ({ attributes: [], timeUs: 0, flags: 0 });

/** What is no OTLP export, in a sentence for the sender. */
export class OtlpFault extends Error {}

/** Arrays and maps within attributes, in each other. */
export const ATTRIBUTE_DEPTH_MAX = 8;
