'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useTelemetryStore } from '@/components/live/live-context';
import { Badge } from '@/components/ui/badge';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { parseNumber } from '@/components/ui/parse-number';
import { Select } from '@/components/ui/select';
import { SeverityMark } from '@/components/ui/status-mark';
import { MARK } from '@/components/widget/alert-look';
import { ICON_LOOKS } from '@/components/widget/icon-looks';
import { useWidgetState } from '@/components/widget/use-widget-state';
import { type AlertSettings, CONDITION_KINDS, ICON_KINDS, SEVERITIES } from '@/lib/alert/schema';
import { formatValue } from '@/lib/widget/format-value';
import { readerOf } from '@/lib/widget/live-widget';
import { definitionOf } from '@/lib/widget/registry';
import type { Widget } from '@/lib/widget/schema';
import { PanelGroup } from '../panel-parts';
import { SettingField } from './setting-field';
import { SwitchSetting } from './switch-setting';
import type { Settings } from './use-settings';

type Props = { widget: Widget; settings: Settings; disabled: boolean };

/** The documented section *Alerts*: Enable Alerts, Condition, Value and the three actions; severity is ours. */
export function AlertFields({ widget, settings, disabled }: Props) {
  const t = useTranslations('assetEditor.alerts');
  const ta = useTranslations('alert');
  const { alerts } = widget;
  const change = (next: Partial<AlertSettings>, mergeKey?: string) =>
    settings.change({ alerts: next }, mergeKey);
  return (
    <PanelGroup title={t('title')} aside={<Badge className="me-2">{t(`checks.${widget.kind}`)}</Badge>}>
      <SwitchSetting
        label={t('enable')}
        checked={alerts.enabled}
        disabled={disabled}
        onChange={(enabled) => change({ enabled })}
      />
      {alerts.enabled ? (
        <>
          <Field layout="beside" label={t('condition')}>
            <Select
              value={alerts.condition}
              disabled={disabled}
              onValueChange={(condition) => change({ condition })}
              options={CONDITION_KINDS.map((value) => ({
                value,
                label: <span className="code-text ltr">{value}</span>,
                hint: ta(`condition.${value}`),
              }))}
            />
          </Field>
          <LimitSetting widget={widget} settings={settings} disabled={disabled} />
          <Field layout="beside" label={t('severity')}>
            <Select
              value={alerts.severity}
              disabled={disabled}
              onValueChange={(severity) => change({ severity })}
              options={SEVERITIES.map((value) => ({
                value,
                label: ta(`severity.${value}`),
                hint: ta(`severityHint.${value}`),
                icon: <SeverityMark severity={MARK[value]} className="size-4" />,
              }))}
            />
          </Field>
          <SwitchSetting
            label={t('changeWidgetColor')}
            checked={alerts.changeWidgetColor}
            disabled={disabled}
            onChange={(changeWidgetColor) => change({ changeWidgetColor })}
          />
          <SwitchSetting
            label={t('changeMaterialColor')}
            checked={alerts.changeMaterialColor}
            disabled={disabled}
            onChange={(changeMaterialColor) => change({ changeMaterialColor })}
          />
          {alerts.changeMaterialColor && !widget.anchor ? (
            <p className="text-ink-3 text-small">{t('wholeMachine')}</p>
          ) : null}
          <SwitchSetting
            label={t('showFloatingIcon')}
            checked={alerts.showFloatingIcon}
            disabled={disabled}
            onChange={(showFloatingIcon) => change({ showFloatingIcon })}
          />
          {alerts.showFloatingIcon ? (
            <Field layout="beside" label={t('iconType')}>
              <Select
                value={alerts.iconKind}
                disabled={disabled}
                onValueChange={(iconKind) => change({ iconKind })}
                options={ICON_KINDS.map((value) => {
                  const Icon = ICON_LOOKS[value];
                  return {
                    value,
                    label: ta(`icon.${value}`),
                    icon: <Icon aria-hidden="true" className="size-3.5" />,
                  };
                })}
              />
            </Field>
          ) : null}
          <AlertNow widget={widget} />
        </>
      ) : null}
    </PanelGroup>
  );
}

/** Value: a number, or for `equal_to` also a text. What can't be compared with is not taken, and said. */
function LimitSetting({ widget, settings, disabled }: Props) {
  const t = useTranslations('assetEditor.alerts');
  const tp = useTranslations('widget.problem');
  const { condition, value } = widget.alerts;
  const [draft, setDraft] = useState<string | null>(null);
  const takesText = condition === 'equal_to';
  const isWrong = draft !== null && !takesText && parseNumber(draft) === null;
  const type = (text: string) => {
    setDraft(text);
    const number = parseNumber(text);
    if (number !== null) settings.change({ alerts: { value: number } }, 'limit');
    else if (takesText) settings.change({ alerts: { value: text.trim() } }, 'limit');
  };
  return (
    <SettingField
      label={t('value')}
      settings={settings}
      field="alerts.value"
      error={isWrong ? tp('alert_value_not_number') : undefined}
    >
      <Input
        value={draft ?? String(value)}
        maxLength={200}
        autoComplete="off"
        inputMode={takesText ? 'text' : 'decimal'}
        inputClassName="ltr"
        disabled={disabled}
        onChange={(event) => type(event.target.value)}
        onBlur={() => setDraft(null)}
      />
    </SettingField>
  );
}

/** Whether the condition is met by what came last. */
function AlertNow({ widget }: { widget: Widget }) {
  const t = useTranslations('assetEditor.alerts');
  const locale = useLocale();
  const store = useTelemetryStore();
  const state = useWidgetState(widget);
  const checked = definitionOf(widget).alertValues(widget, readerOf(store, widget.datasourceId));
  const shown = state.alert?.value ?? checked.at(-1);
  return (
    <p
      role="status"
      data-alert-now={state.alert ? 'met' : 'not-met'}
      className="pt-0.5 text-ink-3 text-small"
    >
      {shown === undefined
        ? t('nothingYet')
        : t(state.alert ? 'met' : 'notMet', {
            value: `${formatValue(shown, locale, widget.decimals)}${widget.unit && ` ${widget.unit}`}`,
          })}
    </p>
  );
}
