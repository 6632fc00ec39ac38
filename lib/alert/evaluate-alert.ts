import type { AlertSettings, ConditionKind } from './schema';

type Checked = number | string | boolean;

/** A text that is written as a number counts as that number, as devices often send "42.5". */
function asNumber(value: Checked): number | undefined {
  if (typeof value === 'boolean' || (typeof value === 'string' && value.trim() === '')) return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}

const both = (a: Checked, b: Checked, compare: (x: number, y: number) => boolean): boolean => {
  const x = asNumber(a);
  const y = asNumber(b);
  return x !== undefined && y !== undefined && compare(x, y);
};

const CONDITIONS: Record<ConditionKind, (value: Checked, limit: number | string) => boolean> = {
  greater_than: (value, limit) => both(value, limit, (x, y) => x > y),
  less_than: (value, limit) => both(value, limit, (x, y) => x < y),
  equal_to: (value, limit) => both(value, limit, (x, y) => x === y) || String(value) === String(limit),
};

/** The first of the values that meets the condition; undefined while alerts are off or none does. */
export function metValue(
  alert: AlertSettings,
  values: readonly (Checked | null | undefined)[],
): Checked | undefined {
  if (!alert.enabled) return undefined;
  for (const value of values) {
    if (value !== null && value !== undefined && CONDITIONS[alert.condition](value, alert.value))
      return value;
  }
  return undefined;
}

/** Is the condition met by any of the values? Absent values meet nothing. */
export const isAlertMet = (alert: AlertSettings, values: readonly (Checked | null | undefined)[]): boolean =>
  metValue(alert, values) !== undefined;
