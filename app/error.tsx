'use client';

import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { ErrorState } from '@/components/ui/error-state';

/** A page that could not be rendered. The digest finds the cause in the server's log. */
export default function PageError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const t = useTranslations('problem');
  return (
    <main id="content" className="grid min-h-dvh place-items-center bg-surface">
      <ErrorState
        as="h1"
        title={t('pageTitle')}
        onRetry={reset}
        actions={
          <ButtonLink href="/" variant="ghost">
            {t('toOverview')}
          </ButtonLink>
        }
        {...(error.digest ? { requestId: error.digest } : {})}
      >
        {t('pageText')}
      </ErrorState>
    </main>
  );
}
