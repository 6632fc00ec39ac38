'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Field } from '@/components/ui/field';
import type { Settings } from './use-settings';

type Props = {
  label: string;
  settings: Settings;
  /** Name of the setting, as `checkWidget` names it. */
  field: string;
  /** A local error: what is typed can't be taken. */
  error?: string | undefined;
  hint?: ReactNode;
  children: ReactNode;
};

/** A setting with its problem. What is merely not chosen yet is asked for quietly; what is wrong is an error. */
export function SettingField({ label, settings, field, error, hint, children }: Props) {
  const t = useTranslations('widget.problem');
  const code = settings.problemOf(field);
  const text = code && t(code);
  const isMissing = code?.endsWith('_unset') ?? false;
  const shown = error ?? (isMissing ? undefined : text);
  return (
    <Field layout="beside" label={label} {...(shown ? { error: shown } : {})} hint={isMissing ? text : hint}>
      {children}
    </Field>
  );
}
