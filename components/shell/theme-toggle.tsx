'use client';

import { SunMoon } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { IconButton } from '@/components/ui/icon-button';
import { chooseTheme, currentTheme } from './appearance';

export function ThemeToggle() {
  const t = useTranslations('shell');
  return (
    <IconButton
      label={t('switchTheme')}
      icon={<SunMoon aria-hidden="true" />}
      onClick={() => chooseTheme(currentTheme() === 'dark' ? 'light' : 'dark')}
    />
  );
}
