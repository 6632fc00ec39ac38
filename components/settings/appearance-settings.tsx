'use client';

import { useLocale, useTranslations } from 'next-intl';
import { chooseTheme } from '@/components/shell/appearance';
import { useLocaleSwitch } from '@/components/shell/use-locale-switch';
import { useThemeChoice } from '@/components/shell/use-theme';
import { Field } from '@/components/ui/field';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { Select } from '@/components/ui/select';
import { isLocale, LOCALE_NAMES, LOCALES, type Locale } from '@/lib/i18n/locales';
import { THEME_CHOICES } from '@/lib/theme';

/** Language and theme of this browser. */
export function AppearanceSettings() {
  const t = useTranslations('settings.appearance');
  const ts = useTranslations('shell');
  const locale = useLocale();
  const themeChoice = useThemeChoice();
  const { switchLocale } = useLocaleSwitch();
  return (
    <div className="grid gap-4">
      <Field label={ts('language')}>
        <Select<Locale>
          value={isLocale(locale) ? locale : undefined}
          onValueChange={switchLocale}
          options={LOCALES.map((value) => ({
            value,
            label: <span lang={value}>{LOCALE_NAMES[value]}</span>,
          }))}
        />
      </Field>
      <div className="grid gap-1.5">
        <span className="font-[550] text-dense max-md:text-base">{ts('theme.label')}</span>
        <div>
          <SegmentedControl
            aria-label={t('theme')}
            value={themeChoice}
            onValueChange={chooseTheme}
            segments={THEME_CHOICES.map((value) => ({ value, label: ts(`theme.${value}`) }))}
          />
        </div>
      </div>
    </div>
  );
}
