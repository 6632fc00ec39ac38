'use client';

import { useRouter } from 'next/navigation';
import { useTransition } from 'react';
import type { Locale } from '@/lib/i18n/locales';
import { rememberLocale } from './appearance';

/** Switches the language of the page in place: what is typed and open stays. */
export function useLocaleSwitch(): { switchLocale: (locale: Locale) => void; isSwitching: boolean } {
  const router = useRouter();
  const [isSwitching, start] = useTransition();
  const switchLocale = (locale: Locale) => {
    rememberLocale(locale);
    start(() => router.refresh());
  };
  return { switchLocale, isSwitching };
}
