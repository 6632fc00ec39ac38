'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { prepareAge } from '@/components/ui/prepare-age';

/** A length of time in its largest whole unit: "6 days". */
export function useDuration(): (ms: number) => string {
  const t = useTranslations('datasource.duration');
  return useCallback(
    (ms) => {
      const { value, unit } = prepareAge(ms);
      return t(unit, { value });
    },
    [t],
  );
}
