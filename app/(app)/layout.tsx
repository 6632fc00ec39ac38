import type { ReactNode } from 'react';
import { CommandPalette } from '@/components/shell/command-palette';
import { MenuSheet } from '@/components/shell/menu-sheet';
import { Sidebar } from '@/components/shell/sidebar';
import { SkipLink } from '@/components/shell/skip-link';
import { TabBar } from '@/components/shell/tab-bar';
import { getSession } from '@/lib/auth/get-caller';
import { signOutAction } from '../(auth)/actions';

/** Pages inside the shell. Editors and viewer, which fill the window, live in `(studio)`. */
export default async function AppLayout({ children }: { children: ReactNode }) {
  const { user, workspace } = await getSession();
  const member = { name: user.name, email: user.email, workspaceName: workspace.name };
  return (
    <>
      <SkipLink />
      <div className="grid min-h-dvh grid-cols-[minmax(0,1fr)] max-md:bg-surface max-md:pb-16 md:grid-cols-[232px_minmax(0,1fr)]">
        <Sidebar member={member} signOut={signOutAction} />
        <div className="flex min-w-0 flex-col bg-surface">{children}</div>
      </div>
      <TabBar />
      <MenuSheet member={member} signOut={signOutAction} />
      <CommandPalette />
    </>
  );
}
