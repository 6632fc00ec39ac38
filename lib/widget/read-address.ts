import type { ReadingValue } from '@/lib/live/protocol';
import type { ReadKey, WidgetReading } from './definition';

/** `units_per_hour[Machine A]`: a value of an array, named by its label or its position. */
const PICK = /^(.*)\[([^[\]]*)\]$/;

/** Addresses above this one, nearest first: `a.b.c` → `a.b`, `a`. */
function parents(address: string): string[] {
  const steps = (PICK.exec(address)?.[1] ?? address).split('.');
  return steps.slice(0, -1).map((_, i) => steps.slice(0, steps.length - 1 - i).join('.'));
}

/** Data keys whose reading may hold the value at this address: itself, and the structures above it. */
export const keysOfAddress = (address: string): string[] =>
  address === ''
    ? []
    : [...new Set([address, PICK.exec(address)?.[1] ?? address, ...parents(address)])].filter(Boolean);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The element of an array that a sibling array of the same length labels so, else the one at that position. */
function pick(siblings: Record<string, unknown>, values: unknown, label: string): unknown {
  if (!Array.isArray(values)) return undefined;
  for (const labels of Object.values(siblings)) {
    if (labels === values || !Array.isArray(labels) || labels.length !== values.length) continue;
    const at = labels.findIndex((one) => String(one) === label);
    if (at >= 0) return values[at];
  }
  return /^\d+$/.test(label) ? values[Number(label)] : undefined;
}

function descend(structure: Record<string, unknown>, path: string): unknown {
  const [, base = path, label] = PICK.exec(path) ?? [];
  let within: unknown = structure;
  let above = structure;
  for (const step of base.split('.')) {
    if (!isObject(within) || !Object.hasOwn(within, step)) return undefined;
    above = within;
    within = within[step];
  }
  return label === undefined ? within : pick(above, within, label);
}

const isReadingValue = (value: unknown): value is ReadingValue =>
  typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean' || isObject(value);

/**
 * Reads a data key, or an address inside a structure that was kept whole because it holds arrays:
 * `production_output.units_per_hour[Machine A]`.
 */
export function readAddress(read: ReadKey, address: string): WidgetReading | undefined {
  if (address === '') return undefined;
  const exact = read(address);
  if (exact) return exact;
  const [, base, position] = PICK.exec(address) ?? [];
  const list = base ? read(base) : undefined;
  if (list && Array.isArray(list.value)) {
    const value: unknown = pick({}, list.value, position ?? '');
    return isReadingValue(value) ? { value, time: list.time } : undefined;
  }
  for (const parent of parents(address)) {
    const reading = read(parent);
    if (!reading || !isObject(reading.value)) continue;
    const value = descend(reading.value, address.slice(parent.length + 1));
    return isReadingValue(value) ? { value, time: reading.time } : undefined;
  }
  return undefined;
}
