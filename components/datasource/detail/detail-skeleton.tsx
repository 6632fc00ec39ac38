'use client';

import { useTranslations } from 'next-intl';
import { Columns, Page } from '@/components/shell/page';
import { Panel } from '@/components/ui/panel';
import { Skeleton } from '@/components/ui/skeleton';

const LINES = [72, 58, 66, 49, 61, 54, 68, 45];

/** A datasource while it loads: the places of its parts, no figures. */
export function DetailSkeleton() {
  const t = useTranslations('datasource');
  return (
    <Page crumbs={[{ label: t('title'), href: '/datasources' }, { label: '' }]}>
      <div aria-busy="true" aria-label={t('title')} role="status">
        <div className="mb-4 grid h-[52px] content-center gap-3">
          <Skeleton width="240px" height="20px" />
          <Skeleton width="160px" />
        </div>
        <div className="mb-4 h-18 rounded-md border border-line" />
        <Columns railWidth={384} rail={<Lines count={4} />}>
          <Lines count={8} />
        </Columns>
      </div>
    </Page>
  );
}

function Lines({ count }: { count: number }) {
  return (
    <Panel className="grid gap-6 px-4 py-5">
      {LINES.slice(0, count).map((width) => (
        <Skeleton key={width} width={`${width}%`} />
      ))}
    </Panel>
  );
}
