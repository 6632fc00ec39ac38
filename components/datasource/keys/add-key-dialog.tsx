'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ExpirySelect } from '@/components/api-key/expiry-select';
import type { MadeKey } from '@/components/api-key/made-key';
import { useMakeKey } from '@/components/api-key/use-make-key';
import { focusOnOpen } from '@/components/datasource/focus-on-open';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { KEY_NAME_MAX } from '@/lib/api-key/schema';

type Props = { path: string; onClose: () => void; onMade: (key: MadeKey) => void };

/** Adds a key beside the others, so that each sender can have its own. */
export function AddKeyDialog({ path, onClose, onMade }: Props) {
  const t = useTranslations('datasource.keys');
  const tu = useTranslations('ui');
  const [name, setName] = useState('');
  const [expiresInDays, setExpiresInDays] = useState<number | null>(null);
  const { makeKey, busy } = useMakeKey(path, onMade);
  const isLong = name.trim().length > KEY_NAME_MAX;
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open && !busy) onClose();
      }}
      title={t('add')}
      onOpenAutoFocus={focusOnOpen('[name="name"]')}
      description={t('addText')}
      footer={
        <>
          <DialogClose>
            <Button>{tu('cancel')}</Button>
          </DialogClose>
          <Button variant="primary" type="submit" form="key-add" loading={busy}>
            {t('addConfirm')}
          </Button>
        </>
      }
    >
      <form
        id="key-add"
        noValidate
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isLong) void makeKey({ name: name.trim(), expiresInDays });
        }}
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
      </form>
    </Dialog>
  );
}
