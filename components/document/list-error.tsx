'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { Page } from '@/components/shell/page';
import { ErrorState } from '@/components/ui/error-state';
import { Panel } from '@/components/ui/panel';

type Props = { of: 'asset' | 'scene'; digest: string | undefined; onRetry: () => void };

/** A list of assets or scenes that could not be loaded: what is safe, and to try again. */
export function ListError({ of, digest, onRetry }: Props) {
  const t = useTranslations(of);
  const router = useRouter();
  const [retrying, start] = useTransition();
  const retry = () =>
    start(() => {
      router.refresh(); // asks the server again; without it only the old answer is drawn again
      onRetry();
    });
  return (
    <Page crumbs={[{ label: t('title') }]} title={t('title')}>
      <Panel>
        <ErrorState
          title={t('error.title')}
          onRetry={retry}
          retrying={retrying}
          {...(digest ? { requestId: digest } : {})}
        >
          {t('error.text')}
        </ErrorState>
      </Panel>
    </Page>
  );
}
