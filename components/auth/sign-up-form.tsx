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
import { PASSWORD_LENGTH_MIN, type SignUp, signUpSchema } from '@/lib/auth/schema';
import { useFieldError } from './use-field-error';
import { useFormOutcome } from './use-form-outcome';

type Props = { signUp: (given: SignUp) => Promise<FormOutcome>; next: string; signInHref: string };

export function SignUpForm({ signUp, next, signInHref }: Props) {
  const t = useTranslations('auth');
  const fieldError = useFieldError();
  const form = useForm<SignUp>({
    resolver: zodResolver(signUpSchema),
    defaultValues: { name: '', workspaceName: '', email: '', password: '' },
  });
  const accept = useFormOutcome(form.setError);
  const { errors, isSubmitting, isSubmitSuccessful } = form.formState;
  const submit = form.handleSubmit(async (given) => {
    if (accept(await signUp(given))) window.location.assign(next);
  });
  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      {errors.root?.message ? (
        <Note tone="act" role="alert">
          {errors.root.message}
        </Note>
      ) : null}
      <Field label={t('yourName')} error={fieldError(errors.name)}>
        <Input {...form.register('name')} autoComplete="name" autoFocus className="h-10 text-base" />
      </Field>
      <Field label={t('workspace')} hint={t('workspaceHint')} error={fieldError(errors.workspaceName)}>
        <Input {...form.register('workspaceName')} autoComplete="organization" className="h-10 text-base" />
      </Field>
      <Field label={t('email')} error={fieldError(errors.email)}>
        <Input
          {...form.register('email')}
          type="email"
          autoComplete="username"
          className="h-10 text-base"
          inputClassName="ltr"
        />
      </Field>
      <Field
        label={t('password')}
        hint={t('passwordHint', { min: PASSWORD_LENGTH_MIN })}
        error={fieldError(errors.password)}
      >
        <PasswordInput
          {...form.register('password')}
          autoComplete="new-password"
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
        {t('createAccount')}
      </Button>
      <p className="text-ink-2 text-dense">
        {t.rich('haveAccount', {
          link: (words) => (
            <Link href={signInHref} className="link-in-text">
              {words}
            </Link>
          ),
        })}
      </p>
    </form>
  );
}
