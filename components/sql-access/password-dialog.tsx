'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { ShownOnce } from '@/components/ui/shown-once';
import type { SqlAccess } from '@/lib/sql-access/schema';

type Props = { access: SqlAccess; password: string; onClose: () => void };

/** The password, this once. It closes by its own button only: a slip beside it must not lose it. */
export function PasswordDialog({ access, password, onClose }: Props) {
  const t = useTranslations('sqlAccess.password');
  return (
    <Dialog
      open
      isSticky
      onOpenChange={onClose}
      width={560}
      title={t('title')}
      description={t.rich('text', { user: () => <span className="ltr code-text">{access.user}</span> })}
      footer={
        <DialogClose>
          <Button>{t('done')}</Button>
        </DialogClose>
      }
    >
      <ShownOnce
        secret={password}
        testId="sql-password"
        copy={t('copy')}
        copied={t('copied')}
        warning={t('once')}
      />
    </Dialog>
  );
}
