'use client';

import { Check, ChevronsUpDown, Settings } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Menu, MenuContent, MenuItem, MenuLabel, MenuSeparator, MenuTrigger } from '@/components/ui/menu';
import { Logo } from './logo';

export function WorkspaceMenu({ name, onNavigate }: { name: string; onNavigate?: () => void }) {
  const t = useTranslations('shell');
  return (
    <Menu>
      <MenuTrigger>
        <button
          type="button"
          className="flex h-9 w-full shrink-0 items-center gap-2 rounded-md px-2 text-start font-semibold hover:bg-hover data-[state=open]:bg-hover max-md:h-11"
        >
          <Logo />
          <bdi className="min-w-0 grow truncate">{name}</bdi>
          <ChevronsUpDown aria-hidden="true" className="size-3.5 text-ink-2" />
        </button>
      </MenuTrigger>
      <MenuContent align="start" className="w-54">
        <MenuLabel>{t('workspaces')}</MenuLabel>
        <MenuItem>
          <span className="flex items-center gap-2">
            <bdi className="min-w-0 grow truncate">{name}</bdi>
            <Check aria-hidden="true" className="size-3.5 text-accent-text" />
          </span>
        </MenuItem>
        <MenuSeparator />
        <MenuItem asChild>
          <Link href="/settings#workspace" {...(onNavigate ? { onClick: onNavigate } : {})}>
            <Settings aria-hidden="true" />
            {t('workspaceSettings')}
          </Link>
        </MenuItem>
      </MenuContent>
    </Menu>
  );
}
