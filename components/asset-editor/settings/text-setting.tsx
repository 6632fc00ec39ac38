'use client';

import { useState } from 'react';
import { Input } from '@/components/ui/input';
import { SettingField } from './setting-field';
import type { Settings } from './use-settings';

type Props = {
  label: string;
  settings: Settings;
  field: string;
  value: string;
  onChange: (value: string) => void;
  maxLength: number;
  placeholder?: string;
  /** A key: monospace, left to right. */
  code?: boolean;
  disabled?: boolean;
};

/** A text that is taken while it is typed, so that the card beside it shows it at once. */
export function TextSetting({
  label,
  settings,
  field,
  value,
  onChange,
  maxLength,
  placeholder,
  code,
  disabled,
}: Props) {
  // Spaces at the end are part of typing, not of the setting.
  const [draft, setDraft] = useState<string | null>(null);
  return (
    <SettingField label={label} settings={settings} field={field}>
      <Input
        value={draft ?? value}
        maxLength={maxLength}
        autoComplete="off"
        spellCheck={!code}
        {...(placeholder ? { placeholder } : {})}
        {...(disabled ? { disabled } : {})}
        {...(code ? { inputClassName: 'code-text ltr' } : {})}
        onChange={(event) => {
          setDraft(event.target.value);
          onChange(event.target.value.trim());
        }}
        onBlur={() => setDraft(null)}
      />
    </SettingField>
  );
}
