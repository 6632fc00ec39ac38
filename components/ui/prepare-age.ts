export const AGE_UNITS = ['second', 'minute', 'hour', 'day'] as const;
export type AgeUnit = (typeof AGE_UNITS)[number];
export type Age = { value: number; unit: AgeUnit };

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** An age in its largest whole unit. Never negative: a reading from a clock that runs ahead is 0 s old. */
export function prepareAge(ageMs: number): Age {
  const seconds = Math.max(0, Math.floor(ageMs / 1000));
  if (seconds < MINUTE) return { value: seconds, unit: 'second' };
  if (seconds < HOUR) return { value: Math.floor(seconds / MINUTE), unit: 'minute' };
  if (seconds < DAY) return { value: Math.floor(seconds / HOUR), unit: 'hour' };
  return { value: Math.floor(seconds / DAY), unit: 'day' };
}
