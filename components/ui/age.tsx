'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { cn } from './class-names';
import { useNow } from './clock';
import { prepareAge } from './prepare-age';

type Props = {
  /** When it happened; null: it never did. */
  at: number | string | Date | null;
  /** `ago`: "12 min ago". `short`: "12 min". */
  form?: 'ago' | 'short';
  /** Older than this shows the hatch before it. */
  oldAfterMs?: number;
  className?: string;
};

/** How long ago, kept up to date. Figures are tabular, so in a column of fixed width nothing jumps. */
export function Age({ at, form = 'ago', oldAfterMs, className }: Props) {
  const t = useTranslations('ui.age');
  const format = useFormatter();
  const now = useNow();
  if (at === null) return <span className={cn('text-ink-3', className)}>{t('never')}</span>;
  const time = new Date(at);
  const ageMs = now - time.getTime();
  const { value, unit } = prepareAge(ageMs);
  const isOld = oldAfterMs !== undefined && ageMs > oldAfterMs;
  return (
    <time
      dateTime={time.toISOString()}
      title={format.dateTime(time, { dateStyle: 'medium', timeStyle: 'medium' })}
      className={cn(isOld && 'is-old', className)}
      suppressHydrationWarning // a second may pass between server and browser
    >
      {t(form === 'ago' ? `${unit}Ago` : unit, { value })}
    </time>
  );
}
