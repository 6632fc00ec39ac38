'use client';

import { useTranslations } from 'next-intl';
import { type ComponentProps, type ReactNode, useId } from 'react';
import { Button } from './button';
import { Dialog, DialogClose } from './dialog';
import { Note } from './note';

type Props = Pick<ComponentProps<typeof Dialog>, 'title' | 'description' | 'width' | 'onOpenAutoFocus'> & {
  submitLabel: ReactNode;
  /** It is being done: until then the dialog stays. */
  busy: boolean;
  /** Why it was not done. */
  failure?: string;
  onSubmit: (form: HTMLFormElement) => Promise<void> | void;
  onClose: () => void;
  children: ReactNode;
};

/** A window with fields, to be filled in and sent or left. Mounted while it is open. */
export function FormDialog({ submitLabel, busy, failure, onSubmit, onClose, children, ...rest }: Props) {
  const t = useTranslations('ui');
  const id = useId();
  return (
    <Dialog
      {...rest}
      open
      onOpenChange={(open) => {
        if (!open && !busy) onClose();
      }}
      footer={
        <>
          <DialogClose>
            <Button>{t('cancel')}</Button>
          </DialogClose>
          <Button variant="primary" type="submit" form={id} loading={busy}>
            {submitLabel}
          </Button>
        </>
      }
    >
      <form
        id={id}
        noValidate
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void onSubmit(event.currentTarget);
        }}
      >
        {children}
        {failure ? (
          <Note tone="act" role="alert">
            {failure}
          </Note>
        ) : null}
      </form>
    </Dialog>
  );
}
