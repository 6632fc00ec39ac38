'use client';

import { useTranslations } from 'next-intl';
import { useDuration } from '@/components/datasource/use-duration';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';

const DAY_MS = 86_400_000;
const DAYS = [7, 30, 90, 365];
const NEVER = 'never';

type Props = {
  /** Null: it does not end. */
  days: number | null;
  onChange: (days: number | null) => void;
};

/** When a key ends. */
export function ExpirySelect({ days, onChange }: Props) {
  const t = useTranslations('datasource.keys');
  const duration = useDuration();
  return (
    <Field label={t('ends')}>
      <Select
        value={days === null ? NEVER : String(days)}
        onValueChange={(value) => onChange(value === NEVER ? null : Number(value))}
        options={[
          { value: NEVER, label: t('noExpiry') },
          ...DAYS.map((each) => ({
            value: String(each),
            label: t('endsAfter', { duration: duration(each * DAY_MS) }),
          })),
        ]}
      />
    </Field>
  );
}
