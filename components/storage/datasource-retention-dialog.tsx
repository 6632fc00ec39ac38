'use client';

import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { FormDialog } from '@/components/ui/form-dialog';
import { RadioList } from '@/components/ui/radio-list';
import type { DatasourceRetention } from '@/lib/telemetry/retention/schema';
import type { DatasourceStorage, Storage } from '@/lib/telemetry/usage/schema';
import { LossDialog } from './loss-dialog';
import { RetentionFields } from './retention-fields';
import { formOf, retentionOf } from './retention-form';
import { useKeptWords } from './use-kept-words';
import { useSaveRetention } from './use-save-retention';

type Props = {
  datasource: DatasourceStorage;
  workspace: Pick<Storage, 'retention'>;
  onClose: () => void;
  onSaved: () => void;
};

/** How long one datasource's readings are kept: as the workspace says, or otherwise. */
export function DatasourceRetentionDialog({ datasource, workspace, onClose, onSaved }: Props) {
  const t = useTranslations('storage.form');
  const words = useKeptWords();
  const id = useId();
  const [isOwn, setIsOwn] = useState(datasource.retention !== null);
  const [form, setForm] = useState(() => formOf(datasource.retention ?? workspace.retention));
  const path = `/api/v1/datasources/${datasource.id}/retention`;
  const { busy, loss, save, confirm, forget } = useSaveRetention(path, onSaved);
  const body: DatasourceRetention = { retention: isOwn ? retentionOf(form) : null };
  if (loss) return <LossDialog loss={loss} onClose={forget} onConfirm={() => confirm(body)} />;
  return (
    <FormDialog
      width={520}
      title={t.rich('datasourceTitle', { name: () => <bdi>{datasource.name}</bdi> })}
      description={t('datasourceText')}
      submitLabel={t('save')}
      busy={busy}
      onSubmit={() => save(body)}
      onClose={onClose}
    >
      <span id={id} className="sr-only">
        {t('whose')}
      </span>
      <RadioList
        labelledBy={id}
        value={isOwn ? 'own' : 'workspace'}
        onValueChange={(value) => setIsOwn(value === 'own')}
        options={[
          {
            value: 'workspace',
            label: t('asWorkspace'),
            hint: t('asWorkspaceHint', {
              raw: words.raw(workspace.retention),
              summaries: words.summaries(workspace.retention),
            }),
          },
          { value: 'own', label: t('own') },
        ]}
      />
      {isOwn ? (
        <RetentionFields form={form} onChange={(change) => setForm((old) => ({ ...old, ...change }))} />
      ) : null}
    </FormDialog>
  );
}
