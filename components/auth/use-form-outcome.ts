'use client';

import { useTranslations } from 'next-intl';
import type { FieldValues, Path, UseFormSetError } from 'react-hook-form';
import type { FormOutcome } from '@/lib/auth/form-outcome';

type Refusal = Exclude<FormOutcome, { ok: true }>;

/** Puts a refusal into one sentence. */
export function useOutcomeSentence(): (refusal: Refusal) => string {
  const t = useTranslations('auth.problems');
  return ({ code, retryAfterSeconds = 60 }) => {
    if (code === 'too_many_requests')
      return t('tooManyTries', { minutes: Math.ceil(retryAfterSeconds / 60) });
    if (code === 'wrong_credentials') return t('wrongCredentials');
    if (code === 'conflict') return t('emailUnusable');
    if (code === 'forbidden') return t('forbidden');
    if (code === 'unauthenticated') return t('signedOut');
    return t('other');
  };
}

/** Shows a refusal: at the fields that are at fault, or as one sentence for the whole form. Returns whether all is well. */
export function useFormOutcome<T extends FieldValues>(setError: UseFormSetError<T>) {
  const sentence = useOutcomeSentence();
  return (outcome: FormOutcome): boolean => {
    if (outcome.ok) return true;
    const fields = Object.entries(outcome.fields ?? {});
    for (const [field, key] of fields) setError(field as Path<T>, { message: key }, { shouldFocus: true });
    if (fields.length === 0) setError('root', { message: sentence(outcome) });
    return false;
  };
}
