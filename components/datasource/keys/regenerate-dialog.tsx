'use client';

import { useTranslations } from 'next-intl';
import { RadioGroup } from 'radix-ui';
import { useState } from 'react';
import { focusOnOpen } from '@/components/datasource/focus-on-open';
import type { RevealedKey } from '@/components/datasource/revealed-key';
import { useDuration } from '@/components/datasource/use-duration';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { Note } from '@/components/ui/note';
import { useProblemText } from '@/components/ui/use-problem-text';
import { api } from '@/lib/api-client';
import { GRACE_CHOICES_SECONDS, GRACE_SECONDS_DEFAULT, regeneratedKeySchema } from '@/lib/api-key/schema';

type Props = {
  datasourceId: string;
  apiKey: { id: string; start: string };
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onRegenerated: (key: RevealedKey) => void;
};

/** Asks how long the old key may go on working, then makes the new one. */
export function RegenerateDialog({ datasourceId, apiKey, open, onOpenChange, onRegenerated }: Props) {
  const t = useTranslations('datasource.keys');
  const tu = useTranslations('ui');
  const duration = useDuration();
  const problemText = useProblemText();
  const [grace, setGrace] = useState(String(GRACE_SECONDS_DEFAULT));
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState('');

  const regenerate = async () => {
    setBusy(true);
    setFailure('');
    try {
      const path = `/api/v1/datasources/${datasourceId}/keys/${apiKey.id}/regenerate`;
      const made = await api.post(path, { graceSeconds: Number(grace) }, regeneratedKeySchema);
      const { key, start, oldKeyUntil } = made;
      onRegenerated({ datasourceId, key, start, reason: 'regenerated', oldKeyUntil });
      onOpenChange(false);
    } catch (error) {
      setFailure(problemText(error));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        if (!busy) onOpenChange(next);
      }}
      title={t.rich('regenerateTitle', { key: () => <span className="ltr code-text">{apiKey.start}…</span> })}
      description={t('regenerateText')}
      onOpenAutoFocus={focusOnOpen('[role="radio"][aria-checked="true"]')}
      footer={
        <>
          <DialogClose>
            <Button>{tu('cancel')}</Button>
          </DialogClose>
          <Button variant="primary" loading={busy} onClick={() => void regenerate()}>
            {t('regenerateConfirm')}
          </Button>
        </>
      }
    >
      <span id="grace-label" className="font-[550] text-dense">
        {t('graceLabel')}
      </span>
      <RadioGroup.Root
        aria-labelledby="grace-label"
        value={grace}
        onValueChange={setGrace}
        className="grid gap-px overflow-hidden rounded-md border border-line-control bg-line"
      >
        {GRACE_CHOICES_SECONDS.map((seconds) => (
          <RadioGroup.Item
            key={seconds}
            value={String(seconds)}
            className="flex h-9 items-center gap-2.5 bg-surface px-3 text-start text-dense hover:bg-hover focus-visible:-outline-offset-2 data-[state=checked]:bg-accent-soft max-md:h-11"
          >
            <span
              aria-hidden="true"
              className="grid size-4 shrink-0 place-items-center rounded-full border border-line-control [[data-state=checked]>&]:border-accent"
            >
              <RadioGroup.Indicator className="size-2 rounded-full bg-accent" />
            </span>
            {seconds === 0 ? t('graceNone') : t('graceFor', { duration: duration(seconds * 1000) })}
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
      {failure ? (
        <Note tone="act" role="alert">
          {failure}
        </Note>
      ) : null}
    </Dialog>
  );
}
