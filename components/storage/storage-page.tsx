'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { SettingsTabs } from '@/components/settings/settings-tabs';
import { Columns, Page } from '@/components/shell/page';
import { useBytes } from '@/components/ui/use-bytes';
import type { AuditList } from '@/lib/audit/schema';
import type { Storage } from '@/lib/telemetry/usage/schema';
import { AuditPanel } from './audit-panel';
import { DatasourcesPanel } from './datasources-panel';
import { GrowthPanel } from './growth-panel';
import { KeptPanel } from './kept-panel';
import { StorageNotices } from './storage-notices';
import { StorageStrip } from './storage-strip';

type Props = {
  storage: Storage;
  /** Null: not for this reader. */
  audit: AuditList | null;
  auditPageSize: number;
  mayManage: boolean;
};

/** What is stored, how it grows, what is kept, and what was done about it. */
export function StoragePage({ storage, audit, auditPageSize, mayManage }: Props) {
  const t = useTranslations('storage');
  const ts = useTranslations('settings');
  const router = useRouter();
  const bytes = useBytes();
  const { datasources, forecast } = storage;
  const refresh = () => router.refresh();
  const names = useMemo(() => new Map(datasources.map(({ id, name }) => [id, name])), [datasources]);
  const later = forecast.at(-1)?.bytes ?? 0;
  return (
    <Page
      crumbs={[{ label: ts('title'), href: '/settings' }, { label: t('title') }]}
      title={t('title')}
      description={
        storage.bytes === 0
          ? t('leadNone')
          : t.rich('lead', {
              size: () => <bdi className="num">{bytes(storage.bytes)}</bdi>,
              later: () => <bdi className="num">{bytes(later)}</bdi>,
            })
      }
    >
      <SettingsTabs active="storage" />
      <StorageNotices notices={storage.notices} />
      <StorageStrip storage={storage} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
        <Columns rail={<KeptPanel storage={storage} mayManage={mayManage} onChanged={refresh} />}>
          <GrowthPanel storage={storage} />
        </Columns>
        <DatasourcesPanel storage={storage} mayManage={mayManage} onChanged={refresh} />
        {audit ? (
          <AuditPanel
            key={audit.entries[0]?.id ?? ''}
            first={audit.entries}
            pageSize={auditPageSize}
            names={names}
          />
        ) : null}
      </div>
    </Page>
  );
}
