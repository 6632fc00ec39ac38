'use client';

import { useTranslations } from 'next-intl';
import { RateSparkline } from '@/components/datasource/list/rate-sparkline';
import { useDatasourceState } from '@/components/live/use-datasource-state';
import { useMetrics } from '@/components/live/use-metrics';
import { Age } from '@/components/ui/age';
import { Strip, StripFigure } from '@/components/ui/strip';
import type { DatasourceDetail } from '@/lib/datasource/schema';

/** The four figures of a datasource. */
export function DetailFigures({ datasource }: { datasource: DatasourceDetail }) {
  const t = useTranslations('datasource.detail');
  const live = useDatasourceState(datasource.id);
  const metrics = useMetrics(datasource.id);
  const lastMessageAt = live ? live.lastMessageAt : datasource.lastMessageAt;
  const { mismatched, lastDay, readingsPerMinute } = datasource;
  return (
    <Strip>
      <StripFigure
        label={t('lastReading')}
        value={
          <Age at={lastMessageAt} oldAfterMs={live?.staleAfterMs ?? datasource.staleAfterSeconds * 1000} />
        }
      />
      <StripFigure
        label={t('perMinute')}
        value={t('number', { value: readingsPerMinute })}
        aside={<RateSparkline datasource={datasource} />}
      />
      <StripFigure
        label={t('metrics')}
        value={t('number', { value: Math.max(metrics.length, datasource.metrics) })}
        unit={mismatched > 0 ? t('mismatched', { count: mismatched }) : undefined}
      />
      <StripFigure
        label={t('refused')}
        value={t('number', { value: lastDay.refused })}
        unit={t('ofMessages', { count: lastDay.messages + lastDay.refused })}
      />
    </Strip>
  );
}
