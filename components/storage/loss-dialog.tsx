'use client';

import { HardDrive, Rows3 } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { useBytes } from '@/components/ui/use-bytes';
import type { RetentionLoss } from '@/lib/telemetry/retention/schema';

type Props = { loss: RetentionLoss; onClose: () => void; onConfirm: () => Promise<void> };

/** Asks before a shorter retention drops what is there already. */
export function LossDialog({ loss, onClose, onConfirm }: Props) {
  const t = useTranslations('storage.loss');
  const bytes = useBytes();
  const format = useFormatter();
  const before =
    loss.before && format.dateTime(new Date(loss.before), { dateStyle: 'long', timeZone: 'UTC' });
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={t('title')}
      description={t('text')}
      losses={[
        ...(loss.readings > 0
          ? [
              {
                id: 'readings',
                icon: <Rows3 aria-hidden="true" />,
                text: before
                  ? t('readingsBefore', { count: loss.readings, day: before })
                  : t('readings', { count: loss.readings }),
              },
            ]
          : []),
        {
          id: 'bytes',
          icon: <HardDrive aria-hidden="true" />,
          text: t('bytes', { size: bytes(loss.bytes) }),
        },
      ]}
      confirmLabel={t('confirm')}
      onConfirm={onConfirm}
    />
  );
}
