'use client';

import { Plug } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { LiveProvider } from '@/components/live/live-provider';
import { useDatasourceState } from '@/components/live/use-datasource-state';
import { Page } from '@/components/shell/page';
import { ButtonLink } from '@/components/ui/button';
import { StatusMark } from '@/components/ui/status-mark';
import type { DatasourceSummary } from '@/lib/datasource/schema';
import { type DatasourceTab, DatasourceTabs } from './datasource-tabs';

type Named = Pick<DatasourceSummary, 'id' | 'name' | 'status'>;
type Props = { datasource: Named; active: DatasourceTab; actions?: ReactNode; children: ReactNode };

/** A page beside the overview of a datasource: its name, how it fares, and the ways to its other pages. */
export function DatasourceFrame(props: Props) {
  return (
    <LiveProvider datasourceIds={[props.datasource.id]}>
      <Frame {...props} />
    </LiveProvider>
  );
}

function Frame({ datasource, active, actions, children }: Props) {
  const t = useTranslations('datasource');
  const status = useDatasourceState(datasource.id)?.status ?? datasource.status;
  const home = `/datasources/${datasource.id}`;
  return (
    <Page
      crumbs={[
        { label: t('title'), href: '/datasources' },
        { label: datasource.name, href: home },
        { label: t(`tabs.${active}`) },
      ]}
      title={datasource.name}
      status={<StatusMark status={status} />}
      actions={
        <>
          {actions}
          <ButtonLink href={`${home}/connect`} icon={<Plug aria-hidden="true" />}>
            {t('detail.connect')}
          </ButtonLink>
        </>
      }
    >
      <DatasourceTabs datasourceId={datasource.id} active={active} />
      {children}
    </Page>
  );
}
