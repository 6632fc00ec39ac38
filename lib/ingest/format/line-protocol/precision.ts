import { problem } from '@/lib/problem';

/** What one unit of a time is worth in microseconds; nanoseconds lose their last three digits instead. */
const MICROSECONDS: Readonly<Record<string, number>> = {
  us: 1,
  µ: 1,
  μ: 1, // the Greek letter, beside the micro sign above
  u: 1,
  ms: 1e3,
  s: 1e6,
  m: 60e6,
  h: 3600e6,
};

/** Reads the digits of a time as microseconds since 1970. */
export type TimeReader = (digits: string) => number;

const fromNanoseconds: TimeReader = (digits) => {
  const kept = digits.length - 3;
  // Cut as text: nanoseconds of today are beyond what a double counts exactly.
  return digits.charCodeAt(0) === 0x2d
    ? Math.floor(Number(digits) / 1e3)
    : kept > 0
      ? Number(digits.slice(0, kept))
      : 0;
};

const READERS: ReadonlyMap<string, TimeReader> = new Map([
  ['', fromNanoseconds],
  ['n', fromNanoseconds],
  ['ns', fromNanoseconds],
  ...Object.entries(MICROSECONDS).map(([unit, worth]): [string, TimeReader] => [
    unit,
    (digits) => Number(digits) * worth,
  ]),
]);

/** How times are read when the address says `precision=…`; nothing said: nanoseconds. */
export function readTimesIn(precision: string | null): TimeReader {
  const reader = READERS.get(precision ?? '');
  if (reader) return reader;
  throw problem('invalid_request', {
    detail: `invalid precision "${(precision ?? '').slice(0, 20)}": use ns, us, ms, s, m or h`,
  });
}
