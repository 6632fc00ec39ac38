import { AHEAD_MS_MAX, EARLIEST_MS } from './limits';

/** The time in microseconds since 1970, or what is wrong with it, in a sentence for the sender. */
export type ParsedTimestamp = { timeUs: number } | { fault: string };

const RFC3339 =
  /^(\d{4})-(\d{2})-(\d{2})[Tt ](\d{2}):(\d{2}):(\d{2})(?:[.,](\d+))?(?:([Zz])|([+-])(\d{2}):?(\d{2}))?$/;
const NUMBER = /^[+-]?\d+(\.\d+)?$/;
/** From here on a count of seconds would lie after the year 5138: it counts something smaller. */
const SECONDS_LIMIT = 1e11;
const MILLISECONDS_LIMIT = 1e14;
const MICROSECONDS_LIMIT = 1e17;

/**
 * Takes RFC 3339, or Unix time in seconds, milliseconds, microseconds or nanoseconds (told apart by their size),
 * as a number or as text.
 */
export function parseTimestamp(value: unknown, nowMs: number): ParsedTimestamp {
  const timeUs =
    typeof value === 'number' ? fromUnix(value) : typeof value === 'string' ? fromText(value) : undefined;
  if (timeUs === undefined) return { fault: `${say(value)} is no time: ${HOW}` };
  if (typeof timeUs === 'string') return { fault: timeUs };
  if (timeUs > (nowMs + AHEAD_MS_MAX) * 1000)
    return { fault: `${say(value)} (${date(timeUs)}) lies more than 24 hours in the future: set the clock.` };
  if (timeUs < EARLIEST_MS * 1000)
    return {
      fault: `${say(value)} (${date(timeUs)}) lies before the year 2000: set the clock, or leave the time out to use the time of arrival.`,
    };
  return { timeUs };
}

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

/** A string is a sentence about what is missing. */
function fromText(text: string): number | string | undefined {
  const trimmed = text.trim();
  if (NUMBER.test(trimmed)) return fromUnix(Number(trimmed));
  const match = RFC3339.exec(trimmed);
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second, fraction = '', zulu, sign, offsetHours, offsetMinutes] =
    match;
  if (!zulu && !sign)
    return `"${trimmed.slice(0, 40)}" does not say its time zone: end it with Z (UTC) or an offset such as +01:00.`;
  const midnight = realDay(Number(year), Number(month), Number(day));
  const inDay = secondOfDay(Number(hour), Number(minute), Number(second));
  const offset = sign ? secondOfDay(Number(offsetHours), Number(offsetMinutes), 0) : 0;
  if (midnight === undefined || inDay === undefined || offset === undefined) return undefined;
  const seconds = midnight / 1000 + inDay + (sign === '-' ? offset : -offset);
  return seconds * 1e6 + Number(fraction.slice(0, 6).padEnd(6, '0'));
}

/** Midnight of a day; undefined for 30 February, which `Date.UTC` would turn into March. */
function realDay(year: number, month: number, day: number): number | undefined {
  const ms = Date.UTC(year, month - 1, day);
  const told = new Date(ms);
  return told.getUTCMonth() + 1 === month && told.getUTCDate() === day ? ms : undefined;
}

/** A leap second (60) is the first second of the next minute, as in Unix time. */
function secondOfDay(hour: number, minute: number, second: number): number | undefined {
  return hour <= 23 && minute <= 59 && second <= 60 ? hour * 3600 + minute * 60 + second : undefined;
}

const say = (value: unknown): string => {
  const text = typeof value === 'string' ? `"${value}"` : (JSON.stringify(value) ?? String(value));
  return text.length > 42 ? `${text.slice(0, 40)}…` : text;
};

function date(timeUs: number): string {
  const ms = timeUs / 1000;
  return Math.abs(ms) < 8.64e15 ? new Date(ms).toISOString() : 'no date at all';
}
