'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useState } from 'react';
import { useTestReading } from '@/components/datasource/use-test-reading';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog';

type Body = Record<string, unknown>;

/** Sends a test reading; of a source that is live it asks first, for the values will stand among real ones. */
export function useGuardedSend(datasourceId: string, isLive: boolean) {
  const { send: sendNow, busy } = useTestReading(datasourceId);
  const [waiting, setWaiting] = useState<{ body: Body | undefined } | null>(null);
  const send = useCallback(
    (body?: Body) => {
      if (isLive) setWaiting({ body });
      else void sendNow(body);
    },
    [isLive, sendNow],
  );
  const confirm = () => {
    if (waiting) void sendNow(waiting.body);
    setWaiting(null);
  };
  return { send, busy, asking: waiting !== null, confirm, cancel: () => setWaiting(null) };
}

type Props = { name: string; asking: boolean; confirm: () => void; cancel: () => void };

export function SendConfirm({ name, asking, confirm, cancel }: Props) {
  const t = useTranslations('datasource.test');
  const tu = useTranslations('ui');
  return (
    <Dialog
      open={asking}
      onOpenChange={(open) => {
        if (!open) cancel();
      }}
      title={t('liveTitle', { name })}
      description={t('liveText')}
      footer={
        <>
          <DialogClose>
            <Button>{tu('cancel')}</Button>
          </DialogClose>
          <Button variant="primary" onClick={confirm}>
            {t('liveConfirm')}
          </Button>
        </>
      }
    />
  );
}
