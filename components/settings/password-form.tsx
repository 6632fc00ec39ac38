'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useTranslations } from 'next-intl';
import { useForm } from 'react-hook-form';
import { useFieldError } from '@/components/auth/use-field-error';
import { useFormOutcome } from '@/components/auth/use-form-outcome';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { PasswordInput } from '@/components/ui/input';
import { Note } from '@/components/ui/note';
import { toast } from '@/components/ui/toast-store';
import type { FormOutcome } from '@/lib/auth/form-outcome';
import { PASSWORD_LENGTH_MIN, type PasswordChange, passwordChangeSchema } from '@/lib/auth/schema';

type Props = { email: string; save: (given: PasswordChange) => Promise<FormOutcome> };

/** Changes the password and ends the other sessions. */
export function PasswordForm({ email, save }: Props) {
  const t = useTranslations('settings.password');
  const ta = useTranslations('auth');
  const fieldError = useFieldError();
  const form = useForm<PasswordChange>({
    resolver: zodResolver(passwordChangeSchema),
    defaultValues: { current: '', next: '' },
  });
  const accept = useFormOutcome(form.setError);
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit(async (given) => {
    if (!accept(await save(given))) return;
    form.reset();
    toast.success(t('saved'), { description: t('savedText') });
  });
  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      {errors.root?.message ? (
        <Note tone="act" role="alert">
          {errors.root.message}
        </Note>
      ) : null}
      {/* Tells password managers whose password this is. */}
      <input type="text" autoComplete="username" value={email} readOnly hidden />
      <Field label={t('current')} error={fieldError(errors.current)}>
        <PasswordInput {...form.register('current')} autoComplete="current-password" inputClassName="ltr" />
      </Field>
      <Field
        label={t('next')}
        hint={ta('passwordHint', { min: PASSWORD_LENGTH_MIN })}
        error={fieldError(errors.next)}
      >
        <PasswordInput {...form.register('next')} autoComplete="new-password" inputClassName="ltr" />
      </Field>
      <div>
        <Button type="submit" loading={isSubmitting}>
          {t('change')}
        </Button>
      </div>
    </form>
  );
}
