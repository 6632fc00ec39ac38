'use client';

import { useTranslations } from 'next-intl';
import type { FieldValues, Path, UseFormSetError } from 'react-hook-form';
import type { FormOutcome } from '@/lib/auth/form-outcome';

/** Puts a refusal into words: at the fields that are at fault, or as one sentence for the whole form. */
export function useFormOutcome<T extends FieldValues>(setError: UseFormSetError<T>) {
  const t = useTranslations('auth');
  /** Returns whether the form was accepted. */
  return (outcome: FormOutcome): boolean => {
    if (outcome.ok) return true;
    const fields = Object.entries(outcome.fields ?? {});
    for (const [field, key] of fields) setError(field as Path<T>, { message: key }, { shouldFocus: true });
    if (fields.length === 0) setError('root', { message: sentence(outcome) });
    return false;
  };

  function sentence(outcome: Exclude<FormOutcome, { ok: true }>): string {
    if (outcome.code === 'too_many_requests')
      return t('problems.tooManyTries', { minutes: Math.ceil((outcome.retryAfterSeconds ?? 60) / 60) });
    if (outcome.code === 'wrong_credentials') return t('problems.wrongCredentials');
    if (outcome.code === 'conflict') return t('problems.emailUnusable');
    if (outcome.code === 'forbidden') return t('problems.signUpClosed');
    if (outcome.code === 'unauthenticated') return t('problems.signedOut');
    return t('problems.other');
  }
}
