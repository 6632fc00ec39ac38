'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Field } from '@/components/ui/field';
import { FormDialog } from '@/components/ui/form-dialog';
import { NumberInput } from '@/components/ui/number-input';
import type { WorkspaceRetention } from '@/lib/telemetry/retention/schema';
import type { Storage } from '@/lib/telemetry/usage/schema';
import { LossDialog } from './loss-dialog';
import { EverOr, RetentionFields } from './retention-fields';
import { formOf, GIGABYTE, LIMITS, retentionOf } from './retention-form';
import { useSaveRetention } from './use-save-retention';

type Props = { storage: Storage; onClose: () => void; onSaved: () => void };

/** How long the workspace keeps what it receives, and how much of it. */
export function WorkspaceRetentionDialog({ storage, onClose, onSaved }: Props) {
  const t = useTranslations('storage.form');
  const [form, setForm] = useState(() => formOf(storage.retention));
  const [hasCap, setHasCap] = useState(storage.storageBytesMax !== null);
  const [gigabytes, setGigabytes] = useState(() => capOf(storage));
  const { busy, loss, save, confirm, forget } = useSaveRetention('/api/v1/storage/retention', onSaved);
  const body: WorkspaceRetention = {
    retention: retentionOf(form),
    storageBytesMax: hasCap ? Math.round(gigabytes * GIGABYTE) : null,
  };
  if (loss) return <LossDialog loss={loss} onClose={forget} onConfirm={() => confirm(body)} />;
  return (
    <FormDialog
      width={520}
      title={t('workspaceTitle')}
      description={t('workspaceText')}
      submitLabel={t('save')}
      busy={busy}
      onSubmit={() => save(body)}
      onClose={onClose}
    >
      <RetentionFields form={form} onChange={(change) => setForm((old) => ({ ...old, ...change }))} />
      <EverOr
        label={t('cap')}
        isEver={!hasCap}
        ever={t('noCap')}
        limited={t('capLimited')}
        onChange={(isOff) => setHasCap(!isOff)}
      >
        <Field label={t('capSize')} hint={t('capHint')}>
          <NumberInput
            name="gigabytes"
            value={gigabytes}
            unit="GB"
            {...LIMITS.gigabytes}
            onCommit={(next) => setGigabytes(next ?? LIMITS.gigabytes.min)}
          />
        </Field>
      </EverOr>
    </FormDialog>
  );
}

/** Of a workspace without a cap: about what it would hold in a year, so that nothing is dropped by opening this. */
function capOf({ storageBytesMax, forecast, bytes }: Storage): number {
  if (storageBytesMax !== null) return storageBytesMax / GIGABYTE;
  const most = Math.max(bytes, ...forecast.map((point) => point.bytes));
  return Math.max(1, Math.ceil(most / GIGABYTE));
}
