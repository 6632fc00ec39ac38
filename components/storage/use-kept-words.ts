'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { Retention } from '@/lib/telemetry/retention/schema';

/** How long things are kept, in words: "90 days", "for ever". */
export function useKeptWords() {
  const t = useTranslations('storage.kept');
  return useMemo(
    () => ({
      raw: ({ rawDays }: Retention) => (rawDays === null ? t('ever') : t('days', { count: rawDays })),
      summaries: ({ summaryYears }: Retention) =>
        summaryYears === null ? t('ever') : t('years', { count: summaryYears }),
    }),
    [t],
  );
}
