'use client';

import { Menu } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { IconButton } from '@/components/ui/icon-button';
import { setMenuOpen, useShell } from './shell-store';

/** On a phone, opens what the sidebar holds. */
export function MenuSheetTrigger() {
  const t = useTranslations('shell');
  const open = useShell((state) => state.menuOpen);
  return (
    <IconButton
      label={t('menu')}
      aria-haspopup="dialog"
      aria-expanded={open}
      tooltip={false}
      icon={<Menu aria-hidden="true" />}
      onClick={() => setMenuOpen(true)}
      className="md:hidden"
    />
  );
}
