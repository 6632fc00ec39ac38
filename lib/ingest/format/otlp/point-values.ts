import type { ReadingValue } from '@/lib/live/protocol';
import { ARRAY_LENGTH_MAX } from '../../limits';
import type { ExponentialBuckets, OtlpPoint } from './metric';

/** One reading of a point. */
export type PointValue = {
  /** What its data key ends with; '': the point's own value. */
  field: string;
  value: ReadingValue;
  /** Of a summary: told as the tag `quantile`, as Prometheus does. */
  quantile?: number;
};

/**
 * The readings of a point. A histogram becomes `count`, `sum`, `min`, `max` and a structure `buckets` that a bar chart
 * draws: `{"le": ["5", "10", "+Inf"], "count": [3, 1, 0]}`, each count of its own bucket alone.
 */
export function pointValues(point: OtlpPoint): PointValue[] {
  const values: PointValue[] = [];
  if (point.value !== undefined) values.push({ field: '', value: point.value });
  for (const field of ['count', 'sum', 'min', 'max'] as const) {
    const value = point[field];
    if (value !== undefined) values.push({ field, value });
  }
  for (const { quantile, value } of point.quantiles ?? []) values.push({ field: '', value, quantile });
  const buckets = point.scale === undefined ? explicitBuckets(point) : exponentialBuckets(point);
  if (buckets && isDrawable(buckets)) values.push({ field: 'buckets', value: buckets });
  return values;
}

const isDrawable = ({ count }: Buckets): boolean =>
  count.length > 0 && count.length <= ARRAY_LENGTH_MAX && count.every(Number.isFinite);

type Buckets = { le: string[]; count: number[] };

function explicitBuckets({ bounds = [], bucketCounts }: OtlpPoint): Buckets | undefined {
  if (!bucketCounts || bucketCounts.length !== bounds.length + 1) return undefined;
  return { le: [...bounds.map(String), '+Inf'], count: bucketCounts };
}

/** From the least to the greatest: negative ones, zero, positive ones. */
function exponentialBuckets({
  scale = 0,
  zeroCount = 0,
  positive,
  negative,
}: OtlpPoint): Buckets | undefined {
  const buckets: Buckets = { le: [], count: [] };
  if (negative) {
    // The bucket at i holds values from -base^(offset + i + 1) to -base^(offset + i).
    for (let i = negative.counts.length - 1; i >= 0; i--)
      addBucket(buckets, negative, i, (at) => -power(scale, at));
  }
  if (zeroCount > 0) {
    buckets.le.push('0');
    buckets.count.push(zeroCount);
  }
  if (positive) {
    for (let i = 0; i < positive.counts.length; i++)
      addBucket(buckets, positive, i, (at) => power(scale, at + 1));
  }
  return buckets;
}

function addBucket(
  { le, count }: Buckets,
  { offset, counts }: ExponentialBuckets,
  i: number,
  bound: (at: number) => number,
): void {
  const counted = counts[i] ?? 0;
  if (counted === 0) return;
  le.push(String(Number(bound(offset + i).toPrecision(6))));
  count.push(counted);
}

const power = (scale: number, exponent: number): number => 2 ** (exponent * 2 ** -scale);
