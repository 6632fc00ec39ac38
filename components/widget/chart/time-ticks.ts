const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const STEPS = [
  ...[1, 2, 5, 10, 15, 30].map((n) => n * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((n) => n * MINUTE),
  ...[1, 2, 3, 6, 12].map((n) => n * HOUR),
  ...[1, 2, 7, 14].map((n) => n * DAY),
];
/** Between ticks of longer spans, which stand where months begin. */
const MONTH_STEPS = [1, 2, 3, 6, 12, 24, 60, 120];
const MONTH = 31 * DAY;

/** How far the clocks of a time zone are ahead of UTC at a moment. */
export function zoneOffsetMs(timeZone: string, at: number): number {
  const parts = new Intl.DateTimeFormat('en-u-hc-h23', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value ?? 0);
  const local = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return local - Math.floor(at / SECOND) * SECOND;
}

/** Round moments of the reader's clock within a span, `most` at the most. */
export function timeTicks(from: number, to: number, most: number, offsetMs: number): number[] {
  const step = STEPS.find((one) => (to - from) / one <= most);
  if (step === undefined) return monthTicks(from, to, most, offsetMs);
  const first = Math.ceil((from + offsetMs) / step) * step - offsetMs;
  const ticks: number[] = [];
  for (let tick = first; tick <= to && ticks.length < most; tick += step) ticks.push(tick);
  return ticks;
}

function monthTicks(from: number, to: number, most: number, offsetMs: number): number[] {
  const step = MONTH_STEPS.find((one) => (to - from) / (one * MONTH) <= most - 1) ?? 240;
  const begin = new Date(from + offsetMs);
  const ticks: number[] = [];
  for (let month = Math.floor(begin.getUTCMonth() / step) * step; ticks.length < most; month += step) {
    const tick = Date.UTC(begin.getUTCFullYear(), month) - offsetMs;
    if (tick > to) break;
    if (tick >= from) ticks.push(tick);
  }
  return ticks;
}

/** Do these ticks stand where months begin? Then their day says nothing, and their year does. */
export const areMonths = (ticks: readonly number[]): boolean =>
  ticks.length > 1 && (ticks[1] ?? 0) - (ticks[0] ?? 0) >= 28 * DAY;

/** What tells two ticks of this span apart. */
export function tickForm(spanMs: number): 'second' | 'minute' | 'day' {
  if (spanMs <= 4 * MINUTE) return 'second';
  return spanMs <= 2 * DAY ? 'minute' : 'day';
}
