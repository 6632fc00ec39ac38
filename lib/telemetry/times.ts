/** Microseconds since 1970, as messages are stored; exact in a double until the year 2255. */
export const microsOfDate = (date: Date): number => date.getTime() * 1000;

export const MINUTE_MS = 60_000;
export const minuteOf = (ms: number): number => Math.floor(ms / MINUTE_MS) * MINUTE_MS;

const DAY_US = 86_400e6;
export const dayOf = (us: number): number => Math.floor(us / DAY_US);
export const isoDay = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);
