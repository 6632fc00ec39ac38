'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ExpirySelect } from '@/components/api-key/expiry-select';
import type { MadeKey } from '@/components/api-key/made-key';
import { useMakeKey } from '@/components/api-key/use-make-key';
import { focusOnOpen } from '@/components/datasource/focus-on-open';
import { Field } from '@/components/ui/field';
import { FormDialog } from '@/components/ui/form-dialog';
import { Input } from '@/components/ui/input';
import { KEY_NAME_MAX } from '@/lib/api-key/schema';

type Props = { path: string; onClose: () => void; onMade: (key: MadeKey) => void };

/** Adds a key beside the others, so that each sender can have its own. */
export function AddKeyDialog({ path, onClose, onMade }: Props) {
  const t = useTranslations('datasource.keys');
  const [name, setName] = useState('');
  const [expiresInDays, setExpiresInDays] = useState<number | null>(null);
  const { makeKey, busy } = useMakeKey(path, onMade);
  const isLong = name.trim().length > KEY_NAME_MAX;
  const submit = () => {
    if (!isLong) void makeKey({ name: name.trim(), expiresInDays });
  };
  return (
    <FormDialog
      title={t('add')}
      description={t('addText')}
      onOpenAutoFocus={focusOnOpen('[name="name"]')}
      submitLabel={t('addConfirm')}
      busy={busy}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field label={t('name')} hint={t('nameHint')} error={isLong ? t('nameLong') : undefined}>
        <Input
          name="name"
          value={name}
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
        />
      </Field>
      <ExpirySelect days={expiresInDays} onChange={setExpiresInDays} />
    </FormDialog>
  );
}
