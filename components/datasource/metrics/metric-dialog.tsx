'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { focusOnOpen } from '@/components/datasource/focus-on-open';
import { UNIT_LIST, UnitList } from '@/components/field-rules/unit-list';
import { Field } from '@/components/ui/field';
import { FormDialog } from '@/components/ui/form-dialog';
import { Input } from '@/components/ui/input';
import { useProblemText } from '@/components/ui/use-problem-text';
import type { MetricRow } from './prepare-metrics';

const NAME_MAX = 80;
const UNIT_MAX = 20;

type Names = { displayName: string | null; unit: string | null };
type Props = {
  metric: MetricRow | null;
  onClose: () => void;
  onSave: (metric: MetricRow, names: Names) => Promise<void>;
};

/** Gives a metric a name and a unit. */
export function MetricDialog({ metric, onClose, onSave }: Props) {
  return metric ? (
    <OpenMetricDialog key={metric.id} metric={metric} onClose={onClose} onSave={onSave} />
  ) : null;
}

function OpenMetricDialog({ metric, onClose, onSave }: Props & { metric: MetricRow }) {
  const t = useTranslations('datasource.metrics');
  const tu = useTranslations('ui');
  const problemText = useProblemText();
  const [name, setName] = useState(metric.displayName ?? '');
  const [unit, setUnit] = useState(metric.unit ?? '');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState('');
  const nameIsLong = name.trim().length > NAME_MAX;
  const unitIsLong = unit.trim().length > UNIT_MAX;

  const save = async () => {
    if (busy || nameIsLong || unitIsLong) return;
    setBusy(true);
    setFailure('');
    try {
      await onSave(metric, { displayName: name.trim() || null, unit: unit.trim() || null });
      onClose();
    } catch (error) {
      setFailure(problemText(error));
      setBusy(false);
    }
  };

  return (
    <FormDialog
      title={t('editTitle')}
      description={<span className="ltr code-text">{metric.key}</span>}
      onOpenAutoFocus={focusOnOpen('[name="name"]')}
      submitLabel={tu('save')}
      busy={busy}
      failure={failure}
      onSubmit={save}
      onClose={onClose}
    >
      <Field label={t('name')} hint={t('nameHint')} error={nameIsLong ? t('nameLong') : undefined}>
        <Input
          name="name"
          value={name}
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
        />
      </Field>
      <Field label={t('unit')} error={unitIsLong ? t('unitLong') : undefined}>
        <Input
          value={unit}
          autoComplete="off"
          list={UNIT_LIST}
          inputClassName="[&::-webkit-calendar-picker-indicator]:hidden!"
          placeholder="°C"
          onChange={(event) => setUnit(event.target.value)}
        />
      </Field>
      <UnitList />
    </FormDialog>
  );
}
