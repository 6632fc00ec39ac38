'use client';

import { useTranslations } from 'next-intl';
import { Dialog } from 'radix-ui';
import { setMenuOpen, useShell } from './shell-store';
import { SidebarContent, type SidebarProps } from './sidebar-content';

/** The sidebar of a phone: comes in from the start edge. */
export function MenuSheet(props: SidebarProps) {
  const t = useTranslations('shell');
  const open = useShell((state) => state.menuOpen);
  return (
    <Dialog.Root open={open} onOpenChange={setMenuOpen}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 animate-fade bg-scrim md:hidden" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed inset-y-0 start-0 z-40 flex w-70 max-w-[85vw] animate-fade flex-col gap-0.5 overflow-y-auto bg-canvas p-2 text-dense shadow-dialog outline-none md:hidden"
        >
          <Dialog.Title className="sr-only">{t('menu')}</Dialog.Title>
          <SidebarContent {...props} onNavigate={() => setMenuOpen(false)} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
