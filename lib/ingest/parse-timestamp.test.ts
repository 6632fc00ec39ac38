import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTimestamp } from './parse-timestamp';

const AHEAD_MS_MAX = 24 * 3600_000;
/** Counts of milliseconds from before would read as seconds. */
const EARLIEST_MS = Date.UTC(1974, 0, 1);
const NOW = Date.UTC(2026, 10, 24, 12);
const CLOCK = { arrivedMs: NOW, aheadSecondsMax: 86_400 };
const us = (value: unknown) => {
  const parsed = parseTimestamp(value, CLOCK);
  return 'timeUs' in parsed ? parsed.timeUs : parsed.fault;
};

describe('a time', () => {
  it('is the same in every form [T2]', () => {
    const milliseconds = fc.integer({ min: EARLIEST_MS, max: NOW + AHEAD_MS_MAX });
    fc.assert(
      fc.property(milliseconds, (ms) => {
        const forms = [
          ms,
          String(ms),
          ms * 1000,
          String(ms * 1000),
          `${ms}000000`,
          new Date(ms).toISOString(),
          new Date(ms + 90 * 60_000).toISOString().replace('Z', '+01:30'),
          new Date(ms).toISOString().replace(/[-:]/g, ''),
          new Date(ms - 8 * 3600_000).toISOString().replace('Z', '-08:00').replace('T', ' '),
        ];
        expect(forms.map(us)).toEqual(forms.map(() => ms * 1000));
        expect(us(ms / 1000)).toBe(Math.round(ms * 1000));
      }),
    );
  });

  it.each([
    ['2026-11-24T10:00:00.123456789Z', Date.UTC(2026, 10, 24, 10) * 1000 + 123_456],
    ['2026-11-24t10:00:00z', Date.UTC(2026, 10, 24, 10) * 1000],
    ['2024-02-29T00:00:00Z', Date.UTC(2024, 1, 29) * 1000],
    ['2016-12-31T23:59:60Z', Date.UTC(2017, 0, 1) * 1000],
    [1_760_000_000.25, 1_760_000_000_250_000],
    ['2026-11-24 10:00:00.5 UTC', Date.UTC(2026, 10, 24, 10) * 1000 + 500_000],
    ['2026-11-24T10:00Z', Date.UTC(2026, 10, 24, 10) * 1000],
    ['2026-11-24T10:00:00+02', Date.UTC(2026, 10, 24, 8) * 1000],
    ['20261124T100000+0530', Date.UTC(2026, 10, 24, 4, 30) * 1000],
    ['20261124T100000,25Z', Date.UTC(2026, 10, 24, 10) * 1000 + 250_000],
    ['Tue, 24 Nov 2026 10:00:00 GMT', Date.UTC(2026, 10, 24, 10) * 1000],
    ['Tue, 24 Nov 2026 10:00:00 +0100', Date.UTC(2026, 10, 24, 9) * 1000],
    ['1 Feb 2026 07:08 -0800', Date.UTC(2026, 1, 1, 15, 8) * 1000],
    ['1.76e9', 1_760_000_000_000_000],
    ['1975-01-01T00:00:00Z', Date.UTC(1975, 0, 1) * 1000],
    [157_766_400, Date.UTC(1975, 0, 1) * 1000],
  ])('%s is taken', (value, expected) => {
    expect(us(value)).toBe(expected);
  });

  it.each([
    ['9999-12-31T23:59:59Z', /future/],
    [99_999_999_999, /future/],
    [NOW + AHEAD_MS_MAX + 1000, /future/],
    [1e300, /future/],
    [-1, /before the year 1970/],
    ['1969-12-31T23:59:59Z', /before the year 1970/],
    ['2026-01-31T12:00:00 CET', /time zone "CET".*offset such as/],
    ['2026-01-31T12:00:00+01:00[Europe/Berlin]', /time zone "Europe\/Berlin"/],
    ['Sat, 31 Jan 2026 12:00:00 EST', /time zone "EST"/],
    ['Sat, 31 Jan 2026 12:00:00', /does not say its time zone/],
    ['20260131T120000', /does not say its time zone/],
    ['32 Foo 2026 12:00:00 GMT', /no time/],
    ['2026-02-30T00:00:00Z', /no time/],
    ['2026-13-01T00:00:00Z', /no time/],
    ['2026-01-01T24:00:00Z', /no time/],
    ['2026-01-01T00:00:00+25:00', /no time/],
    ['2026-11-24T10:00:00', /time zone/],
    ['2026-11-24', /no time/],
    ['', /no time/],
    ['soon', /no time/],
    [true, /no time/],
    [{}, /no time/],
    [[1], /no time/],
  ])('%j is refused [T3]', (value, why) => {
    expect(us(value)).toMatch(why);
  });

  it.each([0, 5, '1970-01-01T00:01:00Z', 86_400 * 300])(
    '%s is that of a clock that was never set [T4]',
    (value) => {
      expect(parseTimestamp(value, CLOCK)).toEqual({ timeUs: undefined });
    },
  );

  it('that is no time costs no more for being long', () => {
    const begun = performance.now();
    for (const piece of ['12a', '1', ' ', '+01', 'a'])
      expect(us(`2026-01-31 12:00 ${piece.repeat(30_000)}!`)).toMatch(/no time/);
    expect(performance.now() - begun).toBeLessThan(1_000);
  });

  it('never throws, whatever it is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const parsed = parseTimestamp(value, CLOCK);
        if ('timeUs' in parsed) expect(Number.isSafeInteger(parsed.timeUs ?? 0)).toBe(true);
        else expect(parsed.fault.length).toBeLessThan(250);
      }),
    );
  });
});
