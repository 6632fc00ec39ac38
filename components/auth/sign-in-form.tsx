'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useForm } from 'react-hook-form';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input, PasswordInput } from '@/components/ui/input';
import { Note } from '@/components/ui/note';
import type { FormOutcome } from '@/lib/auth/form-outcome';
import { type SignIn, signInSchema } from '@/lib/auth/schema';
import { useFieldError } from './use-field-error';
import { useFormOutcome } from './use-form-outcome';

type Props = {
  signIn: (given: SignIn) => Promise<FormOutcome>;
  next: string;
  /** Null: no account can be made here. */
  signUpHref: string | null;
};

export function SignInForm({ signIn, next, signUpHref }: Props) {
  const t = useTranslations('auth');
  const fieldError = useFieldError();
  const form = useForm<SignIn>({
    resolver: zodResolver(signInSchema),
    defaultValues: { email: '', password: '' },
  });
  const accept = useFormOutcome(form.setError);
  const { errors, isSubmitting, isSubmitSuccessful } = form.formState;
  const submit = form.handleSubmit(async (given) => {
    if (accept(await signIn(given))) window.location.assign(next); // a fresh document, with the session in it
  });
  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      {errors.root?.message ? (
        <Note tone="act" role="alert">
          {errors.root.message}
        </Note>
      ) : null}
      <Field label={t('email')} error={fieldError(errors.email)}>
        <Input
          {...form.register('email')}
          type="email"
          autoComplete="username"
          autoFocus
          className="h-10 text-base"
          inputClassName="ltr"
        />
      </Field>
      <Field label={t('password')} error={fieldError(errors.password)}>
        <PasswordInput
          {...form.register('password')}
          autoComplete="current-password"
          className="h-10 text-base"
          inputClassName="ltr"
        />
      </Field>
      <Button
        type="submit"
        variant="primary"
        size="large"
        loading={isSubmitting || (isSubmitSuccessful && !errors.root)}
      >
        {t('signIn')}
      </Button>
      {signUpHref ? (
        <p className="text-ink-2 text-dense">
          {t.rich('noAccountYet', {
            link: (words) => (
              <Link href={signUpHref} className="link-in-text">
                {words}
              </Link>
            ),
          })}
        </p>
      ) : null}
    </form>
  );
}
