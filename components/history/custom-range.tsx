'use client';

import { CalendarRange } from 'lucide-react';
import { useFormatter, useTimeZone, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Popover } from '@/components/ui/popover';
import { zoneOffsetMs } from '@/components/widget/chart/time-ticks';
import { spanOf, type TimeView } from './time-view';
import type { HistoryView } from './use-history-view';

const DAY_MS = 86_400_000;

/** What is in sight, in words; opens to two moments that can be typed. */
export function CustomRange({ history }: { history: HistoryView }) {
  const t = useTranslations('history');
  const format = useFormatter();
  const [open, setOpen] = useState(false);
  const { view, preset } = history;
  const isShort = spanOf(view) < 3 * DAY_MS;
  const moment = (at: number) =>
    format.dateTime(at, {
      ...{ day: 'numeric', month: 'short', year: 'numeric', numberingSystem: 'latn' },
      ...(isShort || preset === null ? { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } : {}),
      ...(spanOf(view) < 10 * 60_000 ? { second: '2-digit' } : {}),
    });
  return (
    <Popover
      label={t('customTitle')}
      open={open}
      onOpenChange={setOpen}
      className="w-72"
      trigger={
        <Button size="small" icon={<CalendarRange aria-hidden="true" className="size-3.5" />}>
          <span className="sr-only">{t('customTitle')}: </span>
          <span className="num">{t('fromTo', { from: moment(view.from), to: moment(view.to) })}</span>
        </Button>
      }
    >
      <RangeForm
        view={view}
        onChosen={(next) => {
          history.show(next);
          setOpen(false);
        }}
      />
    </Popover>
  );
}

function RangeForm({ view, onChosen }: { view: TimeView; onChosen: (view: TimeView) => void }) {
  const t = useTranslations('history');
  const timeZone = useTimeZone() ?? 'UTC';
  const [from, setFrom] = useState(() => localText(view.from, timeZone));
  const [to, setTo] = useState(() => localText(view.to, timeZone));
  const next = { from: instantOf(from, timeZone), to: instantOf(to, timeZone) };
  const isGood = next.from < next.to;
  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (isGood) onChosen(next);
      }}
    >
      <Field label={t('from')}>
        <Input
          type="datetime-local"
          step={1}
          value={from}
          onChange={(event) => setFrom(event.target.value)}
        />
      </Field>
      <Field label={t('to')} error={isGood ? undefined : t('rangeBackwards')}>
        <Input type="datetime-local" step={1} value={to} onChange={(event) => setTo(event.target.value)} />
      </Field>
      <Button type="submit" variant="primary" disabled={!isGood}>
        {t('showRange')}
      </Button>
    </form>
  );
}

/** As a field for local times has it. */
function localText(at: number, timeZone: string): string {
  return new Date(at + zoneOffsetMs(timeZone, at)).toISOString().slice(0, 19);
}

/** The field's time in the reader's time zone; NaN when it is none. */
function instantOf(text: string, timeZone: string): number {
  const asUtc = Date.parse(`${text}Z`);
  if (!Number.isFinite(asUtc)) return Number.NaN;
  // The offset of the moment itself: found from a first guess.
  const guess = asUtc - zoneOffsetMs(timeZone, asUtc);
  return asUtc - zoneOffsetMs(timeZone, guess);
}
