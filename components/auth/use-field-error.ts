'use client';

import { useTranslations } from 'next-intl';
import { FIELD_ERRORS, PASSWORD_LENGTH_MIN } from '@/lib/auth/schema';

/** The sentence for a field's error key; undefined without one. */
export function useFieldError(): (error: { message?: string } | undefined) => string | undefined {
  const t = useTranslations('auth.fieldErrors');
  return (error) => {
    const key = FIELD_ERRORS.find((known) => known === error?.message);
    return key ? t(key, { min: PASSWORD_LENGTH_MIN }) : error?.message;
  };
}
