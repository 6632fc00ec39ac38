'use client';

import { useTranslations } from 'next-intl';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Textarea } from '@/components/ui/textarea';

export type Details = { name: string; description: string };
export type DetailsErrors = { name?: 'nameMissing' | 'nameLong'; description?: 'descriptionLong' };

const NAME_MAX = 80;
const DESCRIPTION_MAX = 500;

/** The same rules as the server's schema, with sentences in the reader's language. */
export function checkDetails({ name, description }: Details): DetailsErrors {
  const length = name.trim().length;
  return {
    ...(length === 0 ? { name: 'nameMissing' as const } : {}),
    ...(length > NAME_MAX ? { name: 'nameLong' as const } : {}),
    ...(description.trim().length > DESCRIPTION_MAX ? { description: 'descriptionLong' as const } : {}),
  };
}

export const isFaultless = (errors: DetailsErrors): boolean => Object.keys(errors).length === 0;

/** Takes the reader to the first field at fault. */
export function focusFault(form: HTMLFormElement, errors: DetailsErrors): void {
  form.querySelector<HTMLElement>(errors.name ? '[name="name"]' : '[name="description"]')?.focus();
}

type Props = { value: Details; onChange: (value: Details) => void; errors: DetailsErrors };

/** Name and description of a datasource. */
export function DetailsFields({ value, onChange, errors }: Props) {
  const t = useTranslations('datasource.create');
  return (
    <>
      <Field label={t('name')} hint={t('nameHint')} error={errors.name && t(errors.name)}>
        <Input
          name="name"
          value={value.name}
          autoComplete="off"
          placeholder={t('namePlaceholder')}
          onChange={(event) => onChange({ ...value, name: event.target.value })}
        />
      </Field>
      <Field
        label={t('description')}
        hint={t('descriptionHint')}
        error={errors.description && t(errors.description)}
      >
        <Textarea
          name="description"
          rows={2}
          value={value.description}
          onChange={(event) => onChange({ ...value, description: event.target.value })}
        />
      </Field>
    </>
  );
}
