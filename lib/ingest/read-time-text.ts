/** RFC 3339 and what is usually written for it: a space for the T, a comma, no colon in the zone, no seconds. */
const EXTENDED =
  /^(\d{4})-(\d{2})-(\d{2})[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?\s?([Zz]|[+-]\d{2}(?::?\d{2})?|(?:UTC|GMT)(?![+-]))?$/;
/** ISO 8601, basic: `20260131T120000Z`. */
const BASIC =
  /^(\d{4})(\d{2})(\d{2})[Tt](\d{2})(\d{2})(?:(\d{2})(?:[.,](\d+))?)?([Zz]|[+-]\d{2}(?::?\d{2})?)?$/;
/** RFC 2822 and HTTP: `Sat, 31 Jan 2026 12:00:00 GMT`. */
const MAIL =
  /^(?:[A-Za-z]{3},\s*)?(\d{1,2})[ -]([A-Za-z]{3})[ -](\d{4})\s+(\d{2}):(\d{2})(?::(\d{2}))?(?:\s+(Z|[+-]\d{4}|UTC?|GMT))?$/i;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** A time that ends with a name: `2026-01-31 12:00:00 CET`, `…+01:00[Europe/Berlin]`. */
const NAMED_ZONE = /\d{2}(?::?\d{2})?(?:[.,]\d+)?(?:[Zz]|[+-]\d{2}:?\d{2})?\s*\[?([A-Za-z][\w+/-]*)\]?$/;
const LOOKS_LIKE_A_TIME = /\d{4}.*\d{2}:?\d{2}/;

/**
 * Reads a date with a time: microseconds since 1970; undefined: it is none; a string: what is wrong with it, as the
 * end of a sentence. A time without its zone, or with the name of one, is refused rather than guessed.
 */
export function readTimeText(text: string): number | string | undefined {
  const usual = readUsual(text);
  if (usual !== undefined) return usual;
  const match = EXTENDED.exec(text) ?? BASIC.exec(text);
  if (match) {
    const [, year, month, day, hour, minute, second, fraction, zone] = match;
    return at([year, month, day], [hour, minute, second], fraction, zone);
  }
  const mail = MAIL.exec(text);
  if (mail) {
    const [, day, name = '', year, hour, minute, second, zone] = mail;
    const month = MONTHS.indexOf(name.toLowerCase()) + 1;
    return at([year, String(month), day], [hour, minute, second], undefined, zone);
  }
  const [, named] = (LOOKS_LIKE_A_TIME.test(text) && NAMED_ZONE.exec(text)) || [];
  return named === undefined
    ? undefined
    : `names its time zone "${named.slice(0, 30)}", whose offset changes or is not clear: end it with Z (UTC) or an offset such as +01:00.`;
}

const [ZERO, DASH, COLON, POINT, T, Z] = [0x30, 0x2d, 0x3a, 0x2e, 0x54, 0x5a] as const;

/**
 * What programs write, `2026-01-31T12:00:00Z` with up to six decimals, without a regular expression and its strings: of
 * a table with millions of rows that is a fifth of the time. Undefined: another form.
 */
function readUsual(text: string): number | undefined {
  const end = text.length - 1;
  if (end < 19 || end > 26 || text.charCodeAt(end) !== Z || text.charCodeAt(10) !== T) return undefined;
  if (text.charCodeAt(4) !== DASH || text.charCodeAt(7) !== DASH) return undefined;
  if (text.charCodeAt(13) !== COLON || text.charCodeAt(16) !== COLON) return undefined;
  if (end > 19 && (end === 20 || text.charCodeAt(19) !== POINT)) return undefined;
  const midnight = realDay(numberAt(text, 0, 4), numberAt(text, 5, 7), numberAt(text, 8, 10));
  const inDay = secondOfDay(numberAt(text, 11, 13), numberAt(text, 14, 16), numberAt(text, 17, 19));
  if (midnight === undefined || inDay === undefined) return undefined;
  const fraction = end === 19 ? 0 : numberAt(text, 20, end) * 10 ** (26 - end);
  return Number.isNaN(fraction) ? undefined : (midnight / 1000 + inDay) * 1e6 + fraction;
}

/** NaN when not all of it is digits. */
function numberAt(text: string, from: number, to: number): number {
  let number = 0;
  for (let i = from; i < to; i++) {
    const digit = text.charCodeAt(i) - ZERO;
    if (digit < 0 || digit > 9) return Number.NaN;
    number = number * 10 + digit;
  }
  return number;
}

type Digits = readonly (string | undefined)[];

function at(date: Digits, time: Digits, fraction = '', zone?: string): number | string | undefined {
  const [year, month, day] = date.map(Number);
  const [hour, minute, second] = time.map((digits) => Number(digits ?? 0));
  const midnight = realDay(year ?? 0, month ?? 0, day ?? 0);
  const inDay = secondOfDay(hour ?? 0, minute ?? 0, second ?? 0);
  if (midnight === undefined || inDay === undefined) return undefined;
  if (zone === undefined)
    return 'does not say its time zone: end it with Z (UTC) or an offset such as +01:00.';
  const offset = offsetOf(zone);
  if (offset === undefined) return undefined;
  return (midnight / 1000 + inDay - offset) * 1e6 + Number(fraction.slice(0, 6).padEnd(6, '0'));
}

/** Seconds east of Greenwich. */
function offsetOf(zone: string): number | undefined {
  if (/^[a-z]/i.test(zone)) return 0;
  const digits = zone.slice(1).replace(':', '');
  const seconds = secondOfDay(Number(digits.slice(0, 2)), Number(digits.slice(2)), 0);
  return seconds === undefined || !zone.startsWith('-') ? seconds : -seconds;
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
