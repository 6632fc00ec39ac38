'use client';

import { Languages, LogOut, Settings, SunMoon } from 'lucide-react';
import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import {
  Menu,
  MenuContent,
  MenuItem,
  MenuLabel,
  MenuRadioGroup,
  MenuRadioItem,
  MenuSeparator,
  MenuSub,
  MenuSubContent,
  MenuSubTrigger,
  MenuTrigger,
} from '@/components/ui/menu';
import { toast } from '@/components/ui/toast-store';
import { isLocale, LOCALE_NAMES, LOCALES } from '@/lib/i18n/locales';
import { readThemeChoice, THEME_CHOICES } from '@/lib/theme';
import { chooseTheme } from './appearance';
import { initialsOf } from './initials';
import { useLocaleSwitch } from './use-locale-switch';
import { useThemeChoice } from './use-theme';

type Props = { name: string; email: string; signOut: () => Promise<void>; onNavigate?: () => void };

export function UserMenu({ name, email, signOut, onNavigate }: Props) {
  const t = useTranslations('shell');
  const locale = useLocale();
  const themeChoice = useThemeChoice();
  const { switchLocale } = useLocaleSwitch();
  const leave = async () => {
    try {
      await signOut();
      window.location.assign('/sign-in'); // not a soft navigation: nothing of the session may live on in this tab
    } catch {
      toast.error(t('signOutFailed'));
    }
  };
  return (
    <Menu>
      <MenuTrigger>
        <button
          type="button"
          className="flex h-9 min-w-0 grow items-center gap-2 rounded-md px-2 hover:bg-hover data-[state=open]:bg-hover max-md:h-11"
        >
          <span
            aria-hidden="true"
            className="grid size-6 shrink-0 place-items-center rounded-full bg-pressed font-semibold text-[10px] text-ink-2 leading-none"
          >
            {initialsOf(name)}
          </span>
          <bdi className="min-w-0 truncate">{name}</bdi>
        </button>
      </MenuTrigger>
      <MenuContent align="start" side="top" className="w-58">
        <MenuLabel className="truncate">{email}</MenuLabel>
        <MenuItem asChild>
          <Link href="/settings" {...(onNavigate ? { onClick: onNavigate } : {})}>
            <Settings aria-hidden="true" />
            {t('navigation.settings')}
          </Link>
        </MenuItem>
        <MenuSub>
          <MenuSubTrigger icon={<Languages aria-hidden="true" />}>{t('language')}</MenuSubTrigger>
          <MenuSubContent>
            <MenuRadioGroup
              value={locale}
              onValueChange={(value) => {
                if (isLocale(value)) switchLocale(value);
              }}
            >
              {LOCALES.map((value) => (
                <MenuRadioItem key={value} value={value}>
                  <span lang={value}>{LOCALE_NAMES[value]}</span>
                </MenuRadioItem>
              ))}
            </MenuRadioGroup>
          </MenuSubContent>
        </MenuSub>
        <MenuSub>
          <MenuSubTrigger icon={<SunMoon aria-hidden="true" />}>{t('theme.label')}</MenuSubTrigger>
          <MenuSubContent>
            <MenuRadioGroup
              value={themeChoice}
              onValueChange={(value) => chooseTheme(readThemeChoice(value))}
            >
              {THEME_CHOICES.map((choice) => (
                <MenuRadioItem key={choice} value={choice}>
                  {t(`theme.${choice}`)}
                </MenuRadioItem>
              ))}
            </MenuRadioGroup>
          </MenuSubContent>
        </MenuSub>
        <MenuSeparator />
        <MenuItem icon={<LogOut aria-hidden="true" className="flip" />} onSelect={() => void leave()}>
          {t('signOut')}
        </MenuItem>
      </MenuContent>
    </Menu>
  );
}
