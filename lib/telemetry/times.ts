/** Messages are stored in microseconds since 1970: exact in a double until the year 2255. */
const MINUTE_MS = 60_000;
export const minuteOf = (ms: number): number => Math.floor(ms / MINUTE_MS) * MINUTE_MS;

const DAY_US = 86_400e6;
export const dayOf = (us: number): number => Math.floor(us / DAY_US);
export const isoDay = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);
