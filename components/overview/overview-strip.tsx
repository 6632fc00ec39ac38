'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { prepareRate } from '@/components/datasource/list/prepare-rate';
import { Sparkline } from '@/components/ui/sparkline';
import { Strip, StripFigure } from '@/components/ui/strip';
import { MINUTES_SHOWN } from '@/lib/datasource/schema';
import type { Overview } from '@/lib/workspace/overview-schema';
import type { Attention } from './prepare-attention';

type Props = { overview: Overview; attention: readonly Attention[]; sending: number };

export function OverviewStrip({ overview, attention, sending }: Props) {
  const t = useTranslations('overview.strip');
  const format = useFormatter();
  const { datasources, refusedMinutes } = overview;
  const act = attention.filter(({ severity }) => severity === 'act').length;
  const look = attention.filter(({ severity }) => severity === 'look').length;
  const perMinute = sumMinutes(datasources.map(({ minutes }) => minutes));
  const refused = sumMinutes(Object.values(refusedMinutes));
  const now = datasources.reduce((sum, { readingsPerMinute }) => sum + readingsPerMinute, 0);
  const refusedTotal = refused.reduce((sum, count) => sum + count, 0);
  return (
    <Strip>
      <StripFigure
        label={t('attention')}
        value={format.number(attention.length)}
        unit={
          attention.length > 0 ? (
            <>
              {act > 0 ? <span className="font-[550] text-act-text">{t('act', { count: act })}</span> : null}
              {act > 0 && look > 0 ? ' · ' : null}
              {look > 0 ? t('look', { count: look }) : null}
            </>
          ) : null
        }
      />
      <StripFigure
        label={t('sending')}
        value={format.number(sending)}
        unit={t('of', { count: datasources.length })}
      />
      <StripFigure
        label={t('perMinute')}
        value={format.number(now)}
        aside={<Sparkline {...prepareRate(perMinute, 60)} width={72} area={false} label={t('lastHour')} />}
      />
      <StripFigure
        label={t('refused')}
        value={format.number(refusedTotal)}
        aside={
          refusedTotal > 0 ? (
            <Sparkline
              points={refused.map((value, time) => ({ time, value }))}
              from={0}
              to={MINUTES_SHOWN - 1}
              min={0}
              width={72}
              area={false}
              label={t('lastHour')}
            />
          ) : null
        }
      />
    </Strip>
  );
}

function sumMinutes(all: readonly (readonly number[])[]): number[] {
  return Array.from({ length: MINUTES_SHOWN }, (_, minute) =>
    all.reduce((sum, minutes) => sum + (minutes[minute] ?? 0), 0),
  );
}
