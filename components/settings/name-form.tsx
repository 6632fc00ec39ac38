'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useTranslations } from 'next-intl';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { useFieldError } from '@/components/auth/use-field-error';
import { useFormOutcome } from '@/components/auth/use-form-outcome';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Note } from '@/components/ui/note';
import { toast } from '@/components/ui/toast-store';
import type { FormOutcome } from '@/lib/auth/form-outcome';
import { nameSchema } from '@/lib/auth/schema';

const schema = z.object({ name: nameSchema });

type Props = {
  kind: 'profile' | 'workspace';
  name: string;
  /** Shown, not changed here. */
  email?: string;
  save: (given: { name: string }) => Promise<FormOutcome>;
};

/** The name of the person or of the workspace. */
export function NameForm({ kind, name, email, save }: Props) {
  const t = useTranslations('settings');
  const tu = useTranslations('ui');
  const fieldError = useFieldError();
  const form = useForm({ resolver: zodResolver(schema), values: { name } });
  const accept = useFormOutcome(form.setError);
  const { errors, isSubmitting, isDirty } = form.formState;
  const submit = form.handleSubmit(async (given) => {
    if (!accept(await save(given))) return;
    form.reset(given);
    toast.success(t(`${kind}.saved`));
  });
  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      {errors.root?.message ? (
        <Note tone="act" role="alert">
          {errors.root.message}
        </Note>
      ) : null}
      <Field label={t(`${kind}.name`)} error={fieldError(errors.name)}>
        <Input {...form.register('name')} autoComplete={kind === 'profile' ? 'name' : 'organization'} />
      </Field>
      {email ? (
        <Field label={t('profile.email')} hint={t('profile.emailHint')}>
          <Input value={email} readOnly className="border-line bg-sunken" inputClassName="ltr text-ink-2" />
        </Field>
      ) : null}
      <div>
        <Button type="submit" loading={isSubmitting} disabled={!isDirty && !isSubmitting}>
          {tu('save')}
        </Button>
      </div>
    </form>
  );
}
