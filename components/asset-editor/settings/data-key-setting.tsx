'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useTelemetryStore } from '@/components/live/live-context';
import { useMetrics } from '@/components/live/use-metrics';
import { useReading } from '@/components/live/use-reading';
import { type KnownMetric, settingsFor, suggestDataKeys } from '@/lib/asset-editor/suggest-keys';
import { formatValue } from '@/lib/widget/format-value';
import type { Widget } from '@/lib/widget/schema';
import { KeyCombobox } from './key-combobox';
import { SettingField } from './setting-field';
import type { Settings } from './use-settings';

const KEY_MAX = 200;

/** Data Key: from the keys that really arrived, with their last value, or typed by hand. */
export function DataKeySetting({
  widget,
  settings,
  disabled,
}: {
  widget: Widget;
  settings: Settings;
  disabled: boolean;
}) {
  const t = useTranslations('assetEditor.settings');
  const store = useTelemetryStore();
  const metrics = useMetrics(widget.datasourceId);

  const choose = (dataKey: string) => {
    const value =
      widget.datasourceId === null ? undefined : store.reading(widget.datasourceId, dataKey)?.value;
    settings.change({ dataKey, ...settingsFor[widget.kind](widget, dataKey, metrics, value) });
  };
  return (
    <SettingField label={t('dataKey')} settings={settings} field="dataKey">
      <KeyCombobox
        value={widget.dataKey}
        maxLength={KEY_MAX}
        disabled={disabled}
        onType={(dataKey) => settings.change({ dataKey }, 'dataKey')}
        onChoose={choose}
        optionsFor={(typed) =>
          suggestDataKeys(widget.kind, metrics, typed).map(({ key, metric }) => ({
            key,
            aside: metric ? <LastValue datasourceId={widget.datasourceId} metric={metric} /> : t('objectKey'),
          }))
        }
      />
    </SettingField>
  );
}

/** What came last under a key, kept up to date while the list is open. */
function LastValue({ datasourceId, metric }: { datasourceId: string | null; metric: KnownMetric }) {
  const t = useTranslations('assetEditor.settings');
  const locale = useLocale();
  const reading = useReading(datasourceId, metric.key);
  if (metric.kind === 'structure') return t('structureKey');
  if (!reading) return null;
  return (
    <bdi className="num block max-w-28 truncate">
      {formatValue(reading.value, locale, null)}
      {metric.unit ? ` ${metric.unit}` : ''}
    </bdi>
  );
}
