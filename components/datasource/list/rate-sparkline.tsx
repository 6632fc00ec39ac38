'use client';

import { useTranslations } from 'next-intl';
import { Sparkline } from '@/components/ui/sparkline';
import type { DatasourceSummary } from '@/lib/datasource/schema';
import { prepareRate } from './prepare-rate';

type Props = { datasource: DatasourceSummary; width?: number };

/** Readings per minute over the last hour. */
export function RateSparkline({ datasource, width = 96 }: Props) {
  const t = useTranslations('datasource.list');
  const { minutes, readingsPerMinute, staleAfterSeconds } = datasource;
  const silent = minutes.every((count) => count === 0);
  return (
    <Sparkline
      {...prepareRate(minutes, staleAfterSeconds)}
      width={width}
      label={silent ? t('rateNone') : t('rateLabel', { count: readingsPerMinute })}
    />
  );
}
