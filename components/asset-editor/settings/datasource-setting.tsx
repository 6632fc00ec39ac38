'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useDatasourceState } from '@/components/live/use-datasource-state';
import { Select, type SelectOption } from '@/components/ui/select';
import { StatusDot } from '@/components/ui/status-mark';
import type { Widget } from '@/lib/widget/schema';
import { useAssetEditor } from '../editor-context';
import { SettingField } from './setting-field';
import type { Settings } from './use-settings';

/** Datasource: a dropdown of the workspace's, each with its state. */
export function DatasourceSetting({
  widget,
  settings,
  disabled,
}: {
  widget: Widget;
  settings: Settings;
  disabled: boolean;
}) {
  const t = useTranslations('assetEditor.settings');
  const { datasources } = useAssetEditor();
  const options: SelectOption[] = datasources.map(({ id, name }) => ({
    value: id,
    label: <bdi className="truncate">{name}</bdi>,
    icon: <LiveDot id={id} />,
  }));
  const { datasourceId } = widget;
  if (datasourceId !== null && !datasources.some(({ id }) => id === datasourceId))
    options.push({ value: datasourceId, label: t('goneDatasource'), disabled: true });
  return (
    <SettingField
      label={t('datasource')}
      settings={settings}
      field="datasourceId"
      hint={
        datasources.length === 0 ? (
          <Link href="/datasources" className="link-in-text">
            {t('createDatasource')}
          </Link>
        ) : undefined
      }
    >
      <Select
        value={datasourceId ?? undefined}
        onValueChange={(id) => settings.change({ datasourceId: id })}
        options={options}
        placeholder={t('chooseDatasource')}
        disabled={disabled || options.length === 0}
      />
    </SettingField>
  );
}

function LiveDot({ id }: { id: string }) {
  const datasource = useDatasourceState(id);
  return <StatusDot status={datasource?.status ?? 'never'} />;
}
