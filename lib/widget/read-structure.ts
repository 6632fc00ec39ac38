import type { ReadingValue } from '@/lib/live/protocol';

export const isScalar = (value: ReadingValue | undefined): value is number | string | boolean =>
  typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean';

export type LabelledValues = { labels: string[]; values: number[] };

/**
 * Labels and values of a documented chart structure (`{ machines: […], units_per_hour: […] }`).
 * Undefined when it has no such arrays; values that are no numbers become NaN, which a chart draws as a gap.
 */
export function readLabelledValues(
  value: ReadingValue | undefined,
  labelsKey: string,
  valuesKey: string,
): LabelledValues | undefined {
  if (typeof value !== 'object') return undefined;
  const labels = value[labelsKey];
  const values = value[valuesKey];
  if (!Array.isArray(labels) || !Array.isArray(values)) return undefined;
  const length = Math.min(labels.length, values.length);
  return {
    labels: labels.slice(0, length).map(String),
    values: values.slice(0, length).map((v) => (v === null || v === '' ? Number.NaN : Number(v))),
  };
}
