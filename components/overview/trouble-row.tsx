'use client';

import { useTranslations } from 'next-intl';
import { RateSparkline } from '@/components/datasource/list/rate-sparkline';
import { useDuration } from '@/components/datasource/use-duration';
import { useReason } from '@/components/datasource/use-reason';
import { useDatasourceState } from '@/components/live/use-datasource-state';
import { Age } from '@/components/ui/age';
import { ButtonLink } from '@/components/ui/button';
import { useNow } from '@/components/ui/clock';
import { AttentionRow } from './attention-row';
import type { Attention } from './prepare-attention';

/** A datasource that is refused, fell silent, or whose key ends soon. */
export function TroubleRow({ trouble }: { trouble: Exclude<Attention, { kind: 'alert' }> }) {
  const t = useTranslations('overview.attention');
  const reason = useReason();
  const duration = useDuration();
  const now = useNow();
  const { datasource, kind } = trouble;
  const live = useDatasourceState(datasource.id);
  const lastMessageAt = live ? live.lastMessageAt : datasource.lastMessageAt;
  const refusal = live?.lastRefusal ?? datasource.refused;
  const until = datasource.keys?.until ?? null;
  const ageOf = { refused: refusal?.at ?? null, stopped: lastMessageAt, keyEnding: null }[kind];
  const words = {
    name: datasource.name,
    reason: refusal ? reason(refusal.code) : '',
    left: until ? duration(Date.parse(until) - now) : '',
  };
  const where = {
    refused: t('where.refused', { count: datasource.refused?.count ?? 1 }),
    stopped: t('where.stopped', {
      duration: duration(live?.staleAfterMs ?? datasource.staleAfterSeconds * 1000),
    }),
    keyEnding: t('where.keyEnding'),
  }[kind];
  return (
    <AttentionRow
      severity={trouble.severity}
      what={t(`trouble.${kind}`, words)}
      where={where}
      trend={kind === 'keyEnding' ? null : <RateSparkline datasource={datasource} />}
      age={ageOf === null ? null : <Age at={ageOf} form="short" />}
      actions={
        <ButtonLink size="small" href={`/datasources/${datasource.id}`}>
          {t('open')}
        </ButtonLink>
      }
    />
  );
}
