'use client';

import { useTranslations } from 'next-intl';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { NumberInput } from '@/components/ui/number-input';
import { isDataKey } from '@/lib/field-rules/data-key';
import type { FieldDraft } from './prepare-fields';

type Props = { dataKey: string; field: FieldDraft; onChange: (part: Partial<FieldDraft>) => void };

/** What is needed seldom: another data key, and another scale. */
export function FieldMore({ dataKey, field, onChange }: Props) {
  const t = useTranslations('fields.more');
  const name = field.renamedTo.trim();
  return (
    <div className="grid grid-cols-[minmax(0,2fr)_minmax(0,1fr)_minmax(0,1fr)] gap-3 bg-sunken px-4 py-3 max-md:grid-cols-1">
      <Field
        label={t('rename')}
        hint={t('renameHint')}
        error={name !== '' && !isDataKey(name) ? t('renameBad') : undefined}
      >
        <Input
          value={field.renamedTo}
          placeholder={dataKey}
          autoComplete="off"
          maxLength={200}
          inputClassName="ltr font-mono"
          onChange={(event) => onChange({ renamedTo: event.target.value })}
        />
      </Field>
      <Field label={t('scale')} hint={t('scaleHint')}>
        <NumberInput value={field.scale} step={0.1} onCommit={(scale) => onChange({ scale: scale ?? 1 })} />
      </Field>
      <Field label={t('offset')}>
        <NumberInput value={field.offset} onCommit={(offset) => onChange({ offset: offset ?? 0 })} />
      </Field>
    </div>
  );
}
