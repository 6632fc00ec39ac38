import type { ReadingValue } from '@/lib/live/protocol';
import type { FieldKind, FieldRule } from './schema';

const NUMBER = /^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:e[+-]?\d+)?$/i;
const YES: ReadonlySet<string> = new Set(['true', 'yes', 'on', '1']);
const NO: ReadonlySet<string> = new Set(['false', 'no', 'off', '0']);

/** Each kind's reading of a value of another one; undefined: impossible. */
const CONVERSIONS: Record<FieldKind, (value: ReadingValue) => ReadingValue | undefined> = {
  number: (value) => {
    if (typeof value === 'boolean') return value ? 1 : 0;
    if (typeof value !== 'string') return typeof value === 'number' ? value : undefined;
    const text = value.trim();
    const number = NUMBER.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
    return Number.isFinite(number) ? number : undefined;
  },
  text: (value) => (typeof value === 'object' ? undefined : String(value)),
  boolean: (value) => {
    if (typeof value === 'boolean') return value;
    if (typeof value === 'object') return undefined;
    const word = String(value).trim().toLowerCase();
    if (YES.has(word)) return true;
    return NO.has(word) ? false : undefined;
  },
};

/** The value as a rule reads it. What it can't be is kept as it came: the metric then counts it as a mismatch. */
export function convertValue(value: ReadingValue, { kind, scale, offset }: FieldRule): ReadingValue {
  const converted = kind === null ? value : CONVERSIONS[kind](value);
  if (converted === undefined) return value;
  if (typeof converted !== 'number' || (scale === 1 && offset === 0)) return converted;
  const scaled = scaleNumber(converted, scale, offset);
  return Number.isFinite(scaled) ? scaled : value;
}

/** 21.5 × 0.1 shall be 2.15, not 2.1500000000000004: what the multiplication added is rounded away. */
function scaleNumber(value: number, scale: number, offset: number): number {
  const exact = value * scale + offset;
  const rounded = Number(exact.toPrecision(15));
  return Object.is(rounded, -0) ? 0 : rounded;
}
