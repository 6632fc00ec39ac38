'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useId } from 'react';
import { Field } from '@/components/ui/field';
import { NumberInput } from '@/components/ui/number-input';
import { RadioList } from '@/components/ui/radio-list';
import { LIMITS, type RetentionForm } from './retention-form';

type Props = { form: RetentionForm; onChange: (change: Partial<RetentionForm>) => void };

/** How long readings and summaries are kept. */
export function RetentionFields({ form, onChange }: Props) {
  const t = useTranslations('storage.form');
  return (
    <>
      <EverOr
        label={t('raw')}
        isEver={form.keepsRaw}
        ever={t('ever')}
        limited={t('rawLimited')}
        onChange={(keepsRaw) => onChange({ keepsRaw })}
      >
        <Field label={t('days')} hint={t('daysHint')}>
          <NumberInput
            name="days"
            value={form.days}
            unit={t('daysUnit')}
            {...LIMITS.days}
            onCommit={(days) => onChange({ days: Math.round(days ?? 0) })}
          />
        </Field>
      </EverOr>
      <EverOr
        label={t('summaries')}
        isEver={form.keepsSummaries}
        ever={t('ever')}
        limited={t('summariesLimited')}
        onChange={(keepsSummaries) => onChange({ keepsSummaries })}
      >
        <Field label={t('years')} hint={t('yearsHint')}>
          <NumberInput
            name="years"
            value={form.years}
            unit={t('yearsUnit')}
            {...LIMITS.years}
            onCommit={(years) => onChange({ years: Math.round(years ?? 0) })}
          />
        </Field>
      </EverOr>
    </>
  );
}

type EverOrProps = {
  label: string;
  isEver: boolean;
  ever: string;
  limited: string;
  onChange: (isEver: boolean) => void;
  /** For the other choice. */
  children: ReactNode;
};

/** Two choices of which one has a number. */
export function EverOr({ label, isEver, ever, limited, onChange, children }: EverOrProps) {
  const id = useId();
  return (
    <div className="grid gap-2">
      <span id={id} className="font-[550] text-dense max-md:text-base">
        {label}
      </span>
      <RadioList
        labelledBy={id}
        value={isEver ? 'ever' : 'limited'}
        onValueChange={(value) => onChange(value === 'ever')}
        options={[
          { value: 'ever', label: ever },
          { value: 'limited', label: limited },
        ]}
      />
      {isEver ? null : children}
    </div>
  );
}
