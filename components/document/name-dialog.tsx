'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Field } from '@/components/ui/field';
import { FormDialog } from '@/components/ui/form-dialog';
import { Input } from '@/components/ui/input';
import { Textarea } from '@/components/ui/textarea';
import { useProblemText } from '@/components/ui/use-problem-text';

const NAME_MAX = 80;
const DESCRIPTION_MAX = 500;

export type NameAndDescription = { name: string; description: string };

type Props = {
  title: string;
  initial: NameAndDescription;
  onSave: (details: NameAndDescription) => Promise<void>;
  onClose: () => void;
};

/** Renames and describes an asset or a scene. Mounted while it is open, so that each opening starts afresh. */
export function NameDialog({ title, initial, onSave, onClose }: Props) {
  const t = useTranslations('document.name');
  const tu = useTranslations('ui');
  const problemText = useProblemText();
  const [name, setName] = useState(initial.name);
  const [description, setDescription] = useState(initial.description);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState('');
  const details = { name: name.trim(), description: description.trim() };
  const nameError = details.name === '' ? t('missing') : details.name.length > NAME_MAX ? t('long') : '';
  const descriptionError = details.description.length > DESCRIPTION_MAX ? t('descriptionLong') : '';

  const save = async () => {
    setTried(true);
    if (busy || nameError || descriptionError) return;
    setBusy(true);
    setFailure('');
    try {
      await onSave(details);
      onClose();
    } catch (error) {
      setFailure(problemText(error));
      setBusy(false);
    }
  };

  return (
    <FormDialog
      title={title}
      submitLabel={tu('save')}
      busy={busy}
      failure={failure}
      onSubmit={save}
      onClose={onClose}
    >
      <Field label={t('name')} error={tried ? nameError : ''}>
        <Input
          value={name}
          autoFocus
          autoComplete="off"
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => setName(event.target.value)}
        />
      </Field>
      <Field label={t('description')} hint={t('optional')} error={descriptionError}>
        <Textarea rows={2} value={description} onChange={(event) => setDescription(event.target.value)} />
      </Field>
    </FormDialog>
  );
}
