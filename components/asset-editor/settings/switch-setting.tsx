'use client';

import { Field } from '@/components/ui/field';
import { Switch } from '@/components/ui/switch';

type Props = { label: string; checked: boolean; onChange: (checked: boolean) => void; disabled?: boolean };

/** A setting that is on or off. */
export function SwitchSetting({ label, checked, onChange, disabled = false }: Props) {
  return (
    <Field layout="beside" label={<span className="whitespace-nowrap">{label}</span>}>
      <Switch checked={checked} onCheckedChange={onChange} disabled={disabled} />
    </Field>
  );
}
