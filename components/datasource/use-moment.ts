'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { serverNow } from '@/components/ui/clock';

/** When something was or will be, no longer than needed: "today 12:14", "3 Mar, 12:14", "3 Mar 2025, 12:14". */
export function useMoment(): (at: string | Date) => string {
  const t = useTranslations('datasource.moment');
  const format = useFormatter();
  return useCallback(
    (at) => {
      const time = new Date(at);
      const now = new Date(serverNow());
      const day = (date: Date) => format.dateTime(date, { dateStyle: 'short' });
      if (day(time) === day(now)) return t('today', { time: format.dateTime(time, { timeStyle: 'short' }) });
      return format.dateTime(time, {
        day: 'numeric',
        month: 'short',
        ...(time.getFullYear() === now.getFullYear() ? {} : { year: 'numeric' }),
        hour: '2-digit',
        minute: '2-digit',
      });
    },
    [t, format],
  );
}
