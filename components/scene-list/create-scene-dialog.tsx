'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Field } from '@/components/ui/field';
import { FormDialog } from '@/components/ui/form-dialog';
import { Input } from '@/components/ui/input';
import { Note } from '@/components/ui/note';
import { useProblemText } from '@/components/ui/use-problem-text';
import { api } from '@/lib/api-client';
import { sceneDetailSchema } from '@/lib/scene/scene-detail';
import { StartChoices } from './start-choices';
import type { TemplateInfo } from './template-info';

type Props = {
  templates: readonly TemplateInfo[];
  /** Kind of the template that is chosen at first; null: empty. */
  start: string | null;
  onClose: () => void;
};

const NAME_MAX = 80;

/** Names a new scene and says what it starts with; then its editor opens. */
export function CreateSceneDialog({ templates, start, onClose }: Props) {
  const t = useTranslations('scene.create');
  const tRoot = useTranslations();
  const router = useRouter();
  const problemText = useProblemText();
  const [chosen, setChosen] = useState(start);
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState('');
  const template = templates.find(({ kind }) => kind === chosen);
  // A template brings a name along; an own one goes before it.
  const name = typed.trim() || (template ? tRoot(`${template.labelKey}.name`) : '');
  const nameError = name === '' ? t('nameMissing') : name.length > NAME_MAX ? t('nameLong') : '';

  const create = async () => {
    setTried(true);
    if (busy || nameError) return;
    setBusy(true);
    setFailure('');
    try {
      const body = { name, ...(template ? { template: template.kind } : {}) };
      const scene = await api.post('/api/v1/scenes', body, sceneDetailSchema);
      router.push(`/scenes/${scene.id}`);
    } catch (error) {
      setFailure(problemText(error));
      setBusy(false);
    }
  };

  return (
    <FormDialog
      width={600}
      title={t('title')}
      submitLabel={busy && template ? t('building') : t('create')}
      busy={busy}
      failure={failure}
      onSubmit={create}
      onClose={onClose}
    >
      <Field label={t('name')} error={tried ? nameError : ''}>
        <Input
          value={typed}
          autoFocus
          autoComplete="off"
          placeholder={template ? tRoot(`${template.labelKey}.name`) : t('namePlaceholder')}
          onChange={(event) => setTyped(event.target.value)}
        />
      </Field>
      <StartChoices templates={templates} chosen={chosen} onChoose={setChosen} />
      {template ? (
        <Note>{t('templateNote', { assets: template.assets, datasources: template.datasources })}</Note>
      ) : null}
    </FormDialog>
  );
}
