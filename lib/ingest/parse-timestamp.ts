import { CLOCK_SET_MS } from './limits';
import { readTimeText } from './read-time-text';

/** When readings came, and how far ahead of that their own times may lie. */
export type Clock = { readonly arrivedMs: number; readonly aheadSecondsMax: number };

/**
 * The time in microseconds since 1970 (undefined: a clock that was never set, the time of arrival counts), or what
 * is wrong with it, in a sentence for the sender.
 */
export type ParsedTimestamp = { timeUs: number | undefined } | { fault: string };

/** The longest form, with a name of a zone behind it; what is longer is not looked at. */
const TEXT_LENGTH_MAX = 100;
const NUMBER = /^[+-]?\d+(?:\.\d+)?(?:[eE]\+?\d{1,2})?$/;
/** From here on a count of seconds would lie after the year 5138: it counts something smaller. */
const SECONDS_LIMIT = 1e11;
const MILLISECONDS_LIMIT = 1e14;
const MICROSECONDS_LIMIT = 1e17;

/**
 * Takes a date and time as text (read-time-text.ts), or Unix time in seconds, milliseconds, microseconds or
 * nanoseconds (told apart by their size), as a number or as text.
 */
export function parseTimestamp(value: unknown, clock: Clock): ParsedTimestamp {
  if (typeof value === 'number') return check(fromUnix(value), value, clock);
  if (typeof value !== 'string') return noTime(value);
  const text = value.length > TEXT_LENGTH_MAX ? '' : value.trim();
  if (NUMBER.test(text)) return check(fromUnix(Number(text)), value, clock);
  const read = readTimeText(text);
  if (read === undefined) return noTime(value);
  return typeof read === 'string' ? { fault: `${say(value)} ${read}` } : check(read, value, clock);
}

/**
 * Checks a time whose unit the sender named: not too far ahead, not before 1970; of a clock that was never set it
 * is as good as none.
 * @param shown as the sender wrote it
 */
export function checkTime(
  timeUs: number,
  shown: unknown,
  { arrivedMs, aheadSecondsMax }: Clock,
): ParsedTimestamp {
  if (timeUs > arrivedMs * 1000 + aheadSecondsMax * 1e6)
    return {
      fault: `${say(shown)} (${date(timeUs)}) lies more than ${duration(aheadSecondsMax)} in the future: set the clock.`,
    };
  if (timeUs >= CLOCK_SET_MS * 1000) return { timeUs };
  if (timeUs >= 0) return { timeUs: undefined };
  return {
    fault: `${say(shown)} (${date(timeUs)}) lies before the year 1970: set the clock, or leave the time out to use the time of arrival.`,
  };
}

const check = (timeUs: number | undefined, shown: unknown, clock: Clock): ParsedTimestamp =>
  timeUs === undefined ? noTime(shown) : checkTime(timeUs, shown, clock);

const noTime = (value: unknown): ParsedTimestamp => ({ fault: `${say(value)} is no time: ${HOW}` });

const HOW =
  'send RFC 3339 ("2026-01-31T12:00:00Z") or Unix time, or leave it out to use the time of arrival.';

function fromUnix(count: number): number | undefined {
  if (!Number.isFinite(count)) return undefined;
  const size = Math.abs(count);
  if (size < SECONDS_LIMIT) return Math.round(count * 1e6);
  if (size < MILLISECONDS_LIMIT) return Math.round(count * 1e3);
  if (size < MICROSECONDS_LIMIT) return Math.round(count);
  return Math.round(count / 1e3);
}

const say = (value: unknown): string => {
  const text = typeof value === 'string' ? `"${value}"` : (JSON.stringify(value) ?? String(value));
  return text.length > 42 ? `${text.slice(0, 40)}…` : text;
};

function date(timeUs: number): string {
  const ms = timeUs / 1000;
  return Math.abs(ms) < 8.64e15 ? new Date(ms).toISOString() : 'no date at all';
}

const duration = (seconds: number): string =>
  seconds % 3600 === 0 ? `${seconds / 3600} hours` : `${seconds} seconds`;
