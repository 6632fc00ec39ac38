'use client';

import { useFormatter, useTimeZone } from 'next-intl';
import { areMonths, tickForm, timeTicks, zoneOffsetMs } from './time-ticks';

const LATIN = { numberingSystem: 'latn' } as const;
const FORMS = {
  second: { ...LATIN, hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
  minute: { ...LATIN, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  day: { ...LATIN, day: 'numeric', month: 'short' },
  month: { ...LATIN, month: 'short', year: 'numeric' },
} as const;
const MOMENT = { ...LATIN, ...FORMS.second, day: 'numeric', month: 'short', year: 'numeric' } as const;
const DAY_MS = 86_400_000;

/** Times of an axis and of a tooltip, in the reader's language and time zone. */
export function useTimeText() {
  const format = useFormatter();
  const timeZone = useTimeZone() ?? 'UTC';
  return {
    moment: (at: number) => format.dateTime(at, MOMENT),
    /** A moment of a span that the reader has before their eyes: the date only where it could be another. */
    momentWithin: (at: number, spanMs: number) =>
      format.dateTime(at, spanMs <= DAY_MS ? FORMS.second : MOMENT),
    tick: (at: number, spanMs: number) => format.dateTime(at, FORMS[tickForm(spanMs)]),
    ticks: (from: number, to: number, most: number) => {
      const ticks = timeTicks(from, to, most, zoneOffsetMs(timeZone, to));
      const form = areMonths(ticks) ? FORMS.month : FORMS[tickForm(to - from)];
      return ticks.map((at) => ({ at, text: format.dateTime(at, form) }));
    },
  };
}
