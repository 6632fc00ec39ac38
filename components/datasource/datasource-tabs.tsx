'use client';

import { useTranslations } from 'next-intl';
import { LinkTabs } from '@/components/ui/link-tabs';

/** The pages of one datasource, by the last part of their addresses. */
export const DATASOURCE_TABS = ['overview', 'inspector', 'fields'] as const;
export type DatasourceTab = (typeof DATASOURCE_TABS)[number];

type Props = { datasourceId: string; active: DatasourceTab };

export function DatasourceTabs({ datasourceId, active }: Props) {
  const t = useTranslations('datasource.tabs');
  const base = `/datasources/${datasourceId}`;
  const tabs = DATASOURCE_TABS.map((tab) => ({
    href: tab === 'overview' ? base : `${base}/${tab}`,
    text: t(tab),
    isActive: tab === active,
  }));
  return <LinkTabs label={t('label')} tabs={tabs} />;
}
