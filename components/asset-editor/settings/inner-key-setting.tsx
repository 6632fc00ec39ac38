'use client';

import { useMetrics } from '@/components/live/use-metrics';
import { useReading } from '@/components/live/use-reading';
import type { WidgetChange } from '@/lib/asset-editor/commands/change-widget';
import { suggestArrayKeys, suggestSubKeys } from '@/lib/asset-editor/suggest-keys';
import type { Widget } from '@/lib/widget/schema';
import { KeyCombobox } from './key-combobox';
import { SettingField } from './setting-field';
import type { Settings } from './use-settings';

export type InnerKey = 'labelsKey' | 'valuesKey' | 'primarySubKey' | 'secondarySubKey';

type Props = {
  label: string;
  widget: Widget;
  settings: Settings;
  field: InnerKey;
  value: string;
  /** Names of arrays, or of single values. */
  of: 'arrays' | 'values';
  disabled: boolean;
};

/** A key inside the value of the data key: Labels Key, Values Key, sub keys. */
export function InnerKeySetting({ label, widget, settings, field, value, of, disabled }: Props) {
  const metrics = useMetrics(widget.datasourceId);
  const reading = useReading(widget.datasourceId, widget.dataKey);
  const names =
    of === 'arrays'
      ? suggestArrayKeys(reading?.value)
      : suggestSubKeys(widget.dataKey, metrics, reading?.value);
  const change = (key: string): WidgetChange => ({ [field]: key });
  return (
    <SettingField label={label} settings={settings} field={field}>
      <KeyCombobox
        value={value}
        maxLength={200}
        disabled={disabled}
        onType={(key) => settings.change(change(key), field)}
        onChoose={(key) => settings.change(change(key))}
        optionsFor={(typed) =>
          names
            .filter((name) => name.toLowerCase().includes(typed.trim().toLowerCase()))
            .map((key) => ({ key }))
        }
      />
    </SettingField>
  );
}
