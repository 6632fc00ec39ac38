'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { focusOnOpen } from '@/components/datasource/focus-on-open';
import { useDuration } from '@/components/datasource/use-duration';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { Note } from '@/components/ui/note';
import { RadioList } from '@/components/ui/radio-list';
import { useProblemText } from '@/components/ui/use-problem-text';
import { api } from '@/lib/api-client';
import { GRACE_CHOICES_SECONDS, GRACE_SECONDS_DEFAULT, regeneratedKeySchema } from '@/lib/api-key/schema';
import type { MadeKey } from './made-key';

type Props = {
  /** Of the keys that it is one of: `/api/v1/keys`. */
  path: string;
  apiKey: { id: string; start: string };
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onRegenerated: (key: MadeKey) => void;
};

/** Asks how long the old key may go on working, then makes the new one. */
export function RegenerateDialog({ path, apiKey, open, onOpenChange, onRegenerated }: Props) {
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
      const asked = { graceSeconds: Number(grace) };
      const made = await api.post(`${path}/${apiKey.id}/regenerate`, asked, regeneratedKeySchema);
      const { key, start, oldKeyUntil } = made;
      onRegenerated({ key, start, reason: 'regenerated', oldKeyUntil });
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
      <RadioList
        labelledBy="grace-label"
        value={grace}
        onValueChange={setGrace}
        options={GRACE_CHOICES_SECONDS.map((seconds) => ({
          value: String(seconds),
          label: seconds === 0 ? t('graceNone') : t('graceFor', { duration: duration(seconds * 1000) }),
        }))}
      />
      {failure ? (
        <Note tone="act" role="alert">
          {failure}
        </Note>
      ) : null}
    </Dialog>
  );
}
