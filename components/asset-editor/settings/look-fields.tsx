'use client';

import { useTranslations } from 'next-intl';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { NumberInput } from '@/components/ui/number-input';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { WIDGET_SIZES, WIDGET_TONES, type Widget } from '@/lib/widget/schema';
import { SwitchSetting } from './switch-setting';
import type { Settings } from './use-settings';

type Props = { widget: Widget; settings: Settings; disabled: boolean };

const TONE_DOT: Record<Widget['tone'], string> = {
  ink: 'bg-chart-1',
  accent: 'bg-accent',
  slate: 'bg-chart-2',
};

/** Unit, decimals, size, tone, Large View. */
export function LookFields({ widget, settings, disabled }: Props) {
  const t = useTranslations('assetEditor.settings');
  const tw = useTranslations('widget');
  return (
    <>
      <Field layout="beside" label={t('unitAndDecimals')}>
        <span className="grid grid-cols-[minmax(0,1fr)_60px] gap-1.5">
          <Input
            value={widget.unit}
            maxLength={20}
            autoComplete="off"
            disabled={disabled}
            placeholder={t('unitOfMetric')}
            onChange={(event) => settings.change({ unit: event.target.value }, 'unit')}
          />
          <NumberInput
            id=""
            aria-label={t('decimals')}
            value={widget.decimals}
            min={0}
            max={8}
            optional
            disabled={disabled}
            placeholder={t('auto')}
            onCommit={(decimals) =>
              settings.change({ decimals: decimals === null ? null : Math.round(decimals) })
            }
          />
        </span>
      </Field>
      <Choice
        label={t('size')}
        value={widget.size}
        disabled={disabled}
        options={WIDGET_SIZES.map((value) => ({ value, label: tw(`size.${value}`) }))}
        onChange={(size) => settings.change({ size })}
      />
      <Choice
        label={t('tone')}
        value={widget.tone}
        disabled={disabled}
        options={WIDGET_TONES.map((value) => ({
          value,
          label: tw(`tone.${value}`),
          icon: <span aria-hidden="true" className={`size-2 rounded-full ${TONE_DOT[value]}`} />,
        }))}
        onChange={(tone) => settings.change({ tone })}
      />
      <SwitchSetting
        label={t('largeView')}
        checked={widget.largeView}
        disabled={disabled}
        onChange={(largeView) => settings.change({ largeView })}
      />
    </>
  );
}

function Choice<T extends string>({
  label,
  value,
  options,
  onChange,
  disabled,
}: {
  label: string;
  value: T;
  options: readonly { value: T; label: string; icon?: React.ReactNode }[];
  onChange: (value: T) => void;
  disabled: boolean;
}) {
  return (
    <div className="grid min-h-7 grid-cols-[116px_minmax(0,1fr)] items-center gap-2">
      <span className="text-ink-2 text-small">{label}</span>
      <SegmentedControl
        aria-label={label}
        value={value}
        onValueChange={(next) => {
          if (!disabled) onChange(next);
        }}
        segments={options}
        className="w-full [&>button]:grow [&>button]:justify-center [&>button]:px-1"
      />
    </div>
  );
}
