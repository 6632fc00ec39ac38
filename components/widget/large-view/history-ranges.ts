const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Time ranges of a Large View, in seconds. */
export const HISTORY_RANGES = {
  minutes15: 15 * MINUTE,
  hour: HOUR,
  hours6: 6 * HOUR,
  day: DAY,
  week: 7 * DAY,
  month: 30 * DAY,
} as const;
export type HistoryRange = keyof typeof HISTORY_RANGES;
export const RANGE_NAMES = Object.keys(HISTORY_RANGES) as HistoryRange[];

/** The range that shows what the card shows: the shortest that holds its window. */
export const rangeFor = (windowSeconds: number): HistoryRange =>
  RANGE_NAMES.find((name) => HISTORY_RANGES[name] >= windowSeconds) ?? 'month';
