'use client';

import { useTranslations } from 'next-intl';
import { useMoment } from '@/components/datasource/use-moment';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { KeyOnce } from './key-once';
import type { MadeKey } from './made-key';

type Props = { made: MadeKey; onClose: () => void };

/** A new key, this once. It closes by its own button only: a slip beside it must not lose the key. */
export function MadeKeyDialog({ made, onClose }: Props) {
  const t = useTranslations('apiKey.made');
  const on = useMoment();
  const { oldKeyUntil } = made;
  return (
    <Dialog
      open
      isSticky
      onOpenChange={onClose}
      width={600}
      title={t('title')}
      description={
        made.reason === 'regenerated'
          ? oldKeyUntil
            ? t('oldUntil', { at: on(oldKeyUntil) })
            : t('oldEnded')
          : t('text')
      }
      footer={
        <DialogClose>
          <Button>{t('done')}</Button>
        </DialogClose>
      }
    >
      <KeyOnce text={made.key} />
    </Dialog>
  );
}
