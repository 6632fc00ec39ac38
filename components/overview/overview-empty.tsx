'use client';

import { useTranslations } from 'next-intl';
import { SenderDrawing } from '@/components/datasource/list/sender-drawing';
import { Page } from '@/components/shell/page';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Panel } from '@/components/ui/panel';

const STEPS = ['datasource', 'asset', 'scene'] as const;

/** A fresh workspace: the way to the first live scene. */
export function OverviewEmpty({ mayWrite, hasAssets }: { mayWrite: boolean; hasAssets: boolean }) {
  const t = useTranslations('overview.empty');
  return (
    <Page crumbs={[{ label: t('crumb') }]} title={t('title')} description={t('text')}>
      <Panel>
        <EmptyState
          art={<SenderDrawing />}
          title={t('heading')}
          actions={
            mayWrite ? (
              <>
                <ButtonLink variant="primary" href="/datasources?new">
                  {t('create')}
                </ButtonLink>
                <ButtonLink href={hasAssets ? '/assets' : '/docs/quick-start'}>
                  {t(hasAssets ? 'assets' : 'guide')}
                </ButtonLink>
              </>
            ) : null
          }
        >
          {t(mayWrite ? 'pitch' : 'viewer')}
        </EmptyState>
        <ol className="grid grid-cols-3 border-line border-t max-md:grid-cols-1">
          {STEPS.map((key, index) => (
            <li
              key={key}
              className="flex gap-3 border-line border-s p-4 first:border-s-0 max-md:border-s-0 max-md:border-t max-md:first:border-t-0"
            >
              <span className="num grid size-6 shrink-0 place-items-center rounded-full border border-line-strong font-semibold text-ink-2 text-small">
                {index + 1}
              </span>
              <span className="min-w-0">
                <b className="block font-[550] text-dense">{t(`steps.${key}`)}</b>
                <span className="text-ink-3 text-small">{t(`steps.${key}Text`)}</span>
              </span>
            </li>
          ))}
        </ol>
      </Panel>
    </Page>
  );
}
