import type { MetricKind, ReadingValue } from '@/lib/live/protocol';
import { ownDecimals } from '@/lib/widget/format-value';

export type ShownValue =
  | { form: 'number'; value: number }
  | { form: 'text'; value: string }
  | { form: 'boolean'; value: boolean }
  /** So many entries of the longest array, or values when it holds none. */
  | { form: 'structure'; value: Record<string, unknown>; entries: number; isList: boolean };

/** What form a value has, whatever its metric is said to be. */
export function prepareValue(value: ReadingValue): ShownValue {
  if (typeof value === 'number') return { form: 'number', value };
  if (typeof value === 'boolean') return { form: 'boolean', value };
  if (typeof value === 'string') return { form: 'text', value };
  const lengths = Object.values(value).flatMap((part) => (Array.isArray(part) ? [part.length] : []));
  return {
    form: 'structure',
    value,
    entries: lengths.length > 0 ? Math.max(...lengths) : Object.keys(value).length,
    isList: lengths.length > 0,
  };
}

/** More digits than this say nothing to a reader of a table; the whole number is a hover away. */
const SIGNIFICANT_MAX = 6;

/** Digits after the point, so that a number shows what it came with, up to six significant ones. */
export function shownDecimals(value: number): number {
  const whole = Math.abs(value) < 1 ? 0 : Math.floor(Math.log10(Math.abs(value))) + 1;
  return Math.max(0, Math.min(ownDecimals(value), SIGNIFICANT_MAX - whole));
}

/** Whether a value is of another kind than its metric: kept as it came, and marked. */
export const isMismatch = (value: ReadingValue, kind: MetricKind): boolean =>
  prepareValue(value).form !== kind;
