'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { cn } from '@/components/ui/class-names';

const TABS = { general: '/settings', storage: '/settings/storage', sql: '/settings/sql' } as const;
export type SettingsTab = keyof typeof TABS;

/** The pages of the settings. */
export function SettingsTabs({ active }: { active: SettingsTab }) {
  const t = useTranslations('settings.tabs');
  return (
    <nav
      aria-label={t('label')}
      className="-mt-1 mb-4 flex gap-1 overflow-x-auto border-line border-b [scrollbar-width:none]"
    >
      {(Object.keys(TABS) as SettingsTab[]).map((tab) => (
        <Link
          key={tab}
          href={TABS[tab]}
          aria-current={tab === active ? 'page' : undefined}
          className={cn(
            'relative inline-flex h-9 items-center whitespace-nowrap px-2.5 font-medium text-dense text-ink-2 first:ps-0 hover:text-ink focus-visible:-outline-offset-2 max-md:h-11 max-md:px-3',
            'aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:after:absolute aria-[current]:after:inset-x-2 aria-[current]:after:-bottom-px aria-[current]:after:h-0.5 aria-[current]:after:rounded-t-sm aria-[current]:after:bg-accent first:aria-[current]:after:start-0',
          )}
        >
          {t(tab)}
        </Link>
      ))}
    </nav>
  );
}
