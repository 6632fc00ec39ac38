'use client';

import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Panel } from '@/components/ui/panel';
import { Spinner } from '@/components/ui/spinner';

/** Nothing came yet: the way to a sender, and the promise to show what comes, refused or not. */
export function NoRequests({ datasourceId }: { datasourceId: string }) {
  const t = useTranslations('inspector.empty');
  return (
    <Panel>
      <EmptyState
        title={t('title')}
        actions={
          <ButtonLink variant="primary" href={`/datasources/${datasourceId}/connect`}>
            {t('connect')}
          </ButtonLink>
        }
        footer={
          <span className="inline-flex items-center gap-2">
            <Spinner /> {t('waiting')}
          </span>
        }
      >
        {t('text')}
      </EmptyState>
    </Panel>
  );
}
