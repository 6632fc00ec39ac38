'use client';

import { useTranslations } from 'next-intl';
import { LinkTabs } from '@/components/ui/link-tabs';

const TABS = { general: '/settings', storage: '/settings/storage', sql: '/settings/sql' } as const;
export type SettingsTab = keyof typeof TABS;

/** The pages of the settings. */
export function SettingsTabs({ active }: { active: SettingsTab }) {
  const t = useTranslations('settings.tabs');
  const tabs = (Object.keys(TABS) as SettingsTab[]).map((tab) => ({
    href: TABS[tab],
    text: t(tab),
    isActive: tab === active,
  }));
  return <LinkTabs label={t('label')} tabs={tabs} />;
}
