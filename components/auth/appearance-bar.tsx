'use client';

import { useLocale, useTranslations } from 'next-intl';
import { ThemeToggle } from '@/components/shell/theme-toggle';
import { useLocaleSwitch } from '@/components/shell/use-locale-switch';
import { LOCALE_NAMES, LOCALES } from '@/lib/i18n/locales';

/** Language and theme for whoever has no account menu yet. */
export function AppearanceBar() {
  const t = useTranslations('shell');
  const locale = useLocale();
  const { switchLocale } = useLocaleSwitch();
  return (
    <div className="flex items-center justify-center gap-1 px-4 pb-4 text-small">
      <ul aria-label={t('language')} className="flex items-center">
        {LOCALES.map((value) => (
          <li key={value}>
            <button
              type="button"
              lang={value}
              aria-pressed={locale === value}
              onClick={() => switchLocale(value)}
              className="h-8 rounded-md px-2 text-ink-3 hover:text-ink aria-pressed:font-semibold aria-pressed:text-ink max-md:h-11"
            >
              {LOCALE_NAMES[value]}
            </button>
          </li>
        ))}
      </ul>
      <ThemeToggle />
    </div>
  );
}
