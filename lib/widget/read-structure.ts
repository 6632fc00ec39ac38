import type { ReadingValue } from '@/lib/live/protocol';
import type { Mismatch, WidgetReading } from './definition';

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
    values: values.slice(0, length).map(toNumber),
  };
}

/** Only a number, or a text that is written as one, is a number: `null`, `true` and `[]` are gaps, not 0 or 1. */
function toNumber(value: unknown): number {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN;
}

/** What keeps a value from being read as labels and values. */
export function structureMismatch(
  value: ReadingValue | undefined,
  { dataKey, labelsKey, valuesKey }: { dataKey: string; labelsKey: string; valuesKey: string },
): Mismatch | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== 'object') return { reason: 'no_arrays', key: dataKey };
  const labels = value[labelsKey];
  const values = value[valuesKey];
  if (!Array.isArray(labels)) return { reason: 'labels_missing', key: labelsKey };
  if (!Array.isArray(values)) return { reason: 'values_missing', key: valuesKey };
  return labels.length === values.length ? undefined : { reason: 'unequal_lengths', key: valuesKey };
}

/** What keeps a value from being shown as one: an object, or a kind that this metric usually is not ("N/A"). */
export function scalarMismatch(reading: WidgetReading | undefined, key: string): Mismatch | undefined {
  if (!reading) return undefined;
  if (!isScalar(reading.value)) return { reason: 'structure', key };
  const came = typeof reading.value === 'string' ? 'text' : typeof reading.value;
  const usual = reading.kind;
  return usual !== undefined && usual !== came ? { reason: 'other_kind', key } : undefined;
}
