'use client';

import { useTranslations } from 'next-intl';
import { useDatasourceState } from '@/components/live/use-datasource-state';
import { Age } from '@/components/ui/age';
import type { DatasourceSummary } from '@/lib/datasource/schema';

/** Age of the last message: from the live stream, before it is open from the list. */
export function LastReading({ datasource }: { datasource: DatasourceSummary }) {
  const t = useTranslations('datasource.list');
  const live = useDatasourceState(datasource.id);
  const at = live ? live.lastMessageAt : datasource.lastMessageAt;
  if (at === null) return <span className="text-ink-3">{t('none')}</span>;
  return (
    <Age
      at={at}
      oldAfterMs={live?.staleAfterMs ?? datasource.staleAfterSeconds * 1000}
      className="num whitespace-nowrap"
    />
  );
}
