'use client';

import { useTranslations } from 'next-intl';
import { useDuration } from '@/components/datasource/use-duration';
import { useReason } from '@/components/datasource/use-reason';
import { Age } from '@/components/ui/age';
import type { DatasourceSummary } from '@/lib/datasource/schema';

type Props = { datasource: DatasourceSummary; status: DatasourceSummary['status'] };

/** The one thing worth knowing beside the name, by status; red when it is the reason of the error. */
export function Fact({ datasource, status }: Props) {
  const t = useTranslations('datasource.list');
  const reason = useReason();
  const duration = useDuration();
  const { refused, metrics, staleAfterSeconds, createdAt } = datasource;
  if (status === 'error' && refused) {
    return (
      <span className="truncate text-act-text text-small" title={refused.detail}>
        {t('refused', { count: refused.count, reason: reason(refused.code) })}
      </span>
    );
  }
  return (
    <span className="truncate text-ink-3 text-small">
      {status === 'never'
        ? t.rich('createdAgo', { age: () => <Age at={createdAt} /> })
        : status === 'stale'
          ? t('staleAfter', { duration: duration(staleAfterSeconds * 1000) })
          : t('metrics', { count: metrics })}
    </span>
  );
}
