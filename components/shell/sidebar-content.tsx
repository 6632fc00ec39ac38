'use client';

import { Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Kbd } from '@/components/ui/kbd';
import { NavList } from './nav-list';
import { MAIN_DESTINATIONS, MORE_DESTINATIONS } from './navigation';
import { setPaletteOpen } from './shell-store';
import { ThemeToggle } from './theme-toggle';
import { UserMenu } from './user-menu';
import { WorkspaceMenu } from './workspace-menu';

/** Who is signed in, and where. */
export type Member = { name: string; email: string; workspaceName: string };
export type SidebarProps = { member: Member; signOut: () => Promise<void> };

/** What the sidebar holds, and on a phone the sheet. */
export function SidebarContent({ member, signOut, onNavigate }: SidebarProps & { onNavigate?: () => void }) {
  const t = useTranslations('shell');
  const leave = onNavigate ? { onNavigate } : {};
  return (
    <>
      <WorkspaceMenu name={member.workspaceName} {...leave} />
      <button
        type="button"
        onClick={() => setPaletteOpen(true)}
        className="mt-1.5 mb-2.5 flex h-8 w-full items-center gap-2 rounded-md border border-line-strong bg-surface px-2 text-ink-3 hover:border-line-control max-md:h-11"
      >
        <Search aria-hidden="true" />
        <span className="min-w-0 grow truncate text-start">{t('searchOrJump')}</span>
        <Kbd className="max-md:hidden">Ctrl K</Kbd>
      </button>
      <NavList label={t('mainNavigation')} destinations={MAIN_DESTINATIONS} {...leave} />
      <div className="mt-auto flex flex-col gap-px pt-4">
        <NavList label={t('moreNavigation')} destinations={MORE_DESTINATIONS} {...leave} />
        <div className="mt-2 flex items-center gap-1 border-line border-t pt-2">
          <UserMenu name={member.name} email={member.email} signOut={signOut} {...leave} />
          <ThemeToggle />
        </div>
      </div>
    </>
  );
}
