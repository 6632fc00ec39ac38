'use client';

import { useTranslations } from 'next-intl';
import type { ComponentType } from 'react';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import type { WidgetKind, WidgetOf } from '@/lib/widget/schema';
import { InnerKeySetting } from './inner-key-setting';
import { SwitchSetting } from './switch-setting';
import { TextSetting } from './text-setting';
import type { Settings } from './use-settings';

export type KindFieldsProps<K extends WidgetKind = WidgetKind> = {
  widget: WidgetOf<K>;
  settings: Settings;
  disabled: boolean;
};

/** Labels Key and Values Key (documented defaults: `labels`, `values`). */
function ChartKeys({
  widget,
  settings,
  disabled,
}: Omit<KindFieldsProps, 'widget'> & { widget: WidgetOf<'line_chart'> | WidgetOf<'bar_chart'> }) {
  const t = useTranslations('assetEditor.settings');
  const shared = { widget, settings, disabled, of: 'arrays' } as const;
  return (
    <>
      <InnerKeySetting {...shared} label={t('labelsKey')} field="labelsKey" value={widget.labelsKey} />
      <InnerKeySetting {...shared} label={t('valuesKey')} field="valuesKey" value={widget.valuesKey} />
    </>
  );
}

const WINDOWS = {
  '300': 'minutes5',
  '900': 'minutes15',
  '3600': 'hour1',
  '21600': 'hours6',
  '86400': 'day1',
  '604800': 'days7',
} as const;

function LineFields(props: KindFieldsProps<'line_chart'>) {
  const t = useTranslations('assetEditor.settings');
  const { widget, settings, disabled } = props;
  const seconds = String(widget.windowSeconds);
  const options = Object.entries(WINDOWS).map(([value, key]) => ({ value, label: t(`window.${key}`) }));
  if (!(seconds in WINDOWS))
    options.push({ value: seconds, label: t('window.seconds', { count: widget.windowSeconds }) });
  return (
    <>
      <ChartKeys {...props} />
      <Field layout="beside" label={t('window.label')} hint={t('window.hint')}>
        <Select
          value={seconds}
          options={options}
          disabled={disabled}
          onValueChange={(value) => settings.change({ windowSeconds: Number(value) })}
        />
      </Field>
    </>
  );
}

function DoubleFields({ widget, settings, disabled }: KindFieldsProps<'double_data'>) {
  const t = useTranslations('assetEditor.settings');
  const shared = { widget, settings, disabled, of: 'values' } as const;
  return (
    <>
      <InnerKeySetting
        {...shared}
        label={t('primarySubKey')}
        field="primarySubKey"
        value={widget.primarySubKey}
      />
      <InnerKeySetting
        {...shared}
        label={t('secondarySubKey')}
        field="secondarySubKey"
        value={widget.secondarySubKey}
      />
      <TextSetting
        label={t('secondaryUnit')}
        settings={settings}
        field="secondaryUnit"
        value={widget.secondaryUnit}
        maxLength={20}
        disabled={disabled}
        onChange={(secondaryUnit) => settings.change({ secondaryUnit }, 'secondaryUnit')}
      />
    </>
  );
}

function SingleFields({ widget, settings, disabled }: KindFieldsProps<'single_data'>) {
  const t = useTranslations('assetEditor.settings');
  return (
    <SwitchSetting
      label={t('showSparkline')}
      checked={widget.showSparkline}
      disabled={disabled}
      onChange={(showSparkline) => settings.change({ showSparkline })}
    />
  );
}

const FIELDS: { [K in WidgetKind]: ComponentType<KindFieldsProps<K>> } = {
  single_data: SingleFields,
  double_data: DoubleFields,
  line_chart: LineFields,
  bar_chart: ChartKeys,
};

/** Settings that only this kind has. A widget fits the fields of its own kind, which the compiler can't follow. */
export function KindFields(props: KindFieldsProps) {
  const Fields = FIELDS[props.widget.kind] as unknown as ComponentType<KindFieldsProps>;
  return <Fields {...props} />;
}
