'use client';

import { Languages } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, MenuContent, MenuRadioGroup, MenuRadioItem, MenuTrigger } from '@/components/ui/menu';
import { isLocale, LOCALE_NAMES, LOCALES } from '@/lib/i18n/locales';
import { useLocaleSwitch } from './use-locale-switch';

/** Languages behind one icon, where there is no account menu. */
export function LanguageMenu() {
  const t = useTranslations('shell');
  const locale = useLocale();
  const { switchLocale } = useLocaleSwitch();
  return (
    <Menu>
      <MenuTrigger>
        <IconButton label={t('language')} tooltip={false} icon={<Languages aria-hidden="true" />} />
      </MenuTrigger>
      <MenuContent>
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
      </MenuContent>
    </Menu>
  );
}
