'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { focusOnOpen } from '@/components/datasource/focus-on-open';
import type { RevealedKey } from '@/components/datasource/revealed-key';
import { useDuration } from '@/components/datasource/use-duration';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { useMakeKey } from './use-make-key';

const NAME_MAX = 60;
const DAY_MS = 86_400_000;
const DAYS = [7, 30, 90, 365];
const NEVER = 'never';

type Props = { datasourceId: string; onClose: () => void; onMade: (key: RevealedKey) => void };

/** Adds a key beside the others, so that each sender can have its own. */
export function AddKeyDialog({ datasourceId, onClose, onMade }: Props) {
  const t = useTranslations('datasource.keys');
  const tu = useTranslations('ui');
  const duration = useDuration();
  const [name, setName] = useState('');
  const [ends, setEnds] = useState(NEVER);
  const { makeKey, busy } = useMakeKey(datasourceId, onMade);
  const isLong = name.trim().length > NAME_MAX;
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
          if (!isLong)
            void makeKey({ name: name.trim(), expiresInDays: ends === NEVER ? null : Number(ends) });
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
        <Field label={t('ends')}>
          <Select
            value={ends}
            onValueChange={setEnds}
            options={[
              { value: NEVER, label: t('noExpiry') },
              ...DAYS.map((days) => ({
                value: String(days),
                label: t('endsAfter', { duration: duration(days * DAY_MS) }),
              })),
            ]}
          />
        </Field>
      </form>
    </Dialog>
  );
}
