import type { MetricKind, ReadingValue } from '@/lib/live/protocol';

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

/** Whether a value is of another kind than its metric: kept as it came, and marked. */
export const isMismatch = (value: ReadingValue, kind: MetricKind): boolean =>
  prepareValue(value).form !== kind;
