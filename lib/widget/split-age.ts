export const AGE_UNITS = ['seconds', 'minutes', 'hours', 'days'] as const;
export type Age = { unit: (typeof AGE_UNITS)[number]; count: number; decimals: 0 | 1 };

/** How old something is, in the unit a reader would use: 0.4 s, 58 s, 14 min, 3 h, 2 d. Never negative. */
export function splitAge(ms: number): Age {
  const seconds = Math.max(0, ms) / 1000;
  if (seconds < 9.95) return { unit: 'seconds', count: Math.round(seconds * 10) / 10, decimals: 1 };
  if (seconds < 89.5) return { unit: 'seconds', count: Math.round(seconds), decimals: 0 };
  const minutes = seconds / 60;
  if (minutes < 89.5) return { unit: 'minutes', count: Math.round(minutes), decimals: 0 };
  const hours = minutes / 60;
  if (hours < 47.5) return { unit: 'hours', count: Math.round(hours), decimals: 0 };
  return { unit: 'days', count: Math.round(hours / 24), decimals: 0 };
}
