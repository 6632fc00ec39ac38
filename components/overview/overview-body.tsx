'use client';

import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useCallback, useMemo } from 'react';
import { useLiveStatuses } from '@/components/datasource/list/use-live-statuses';
import { Columns, Page } from '@/components/shell/page';
import { StorageNotices } from '@/components/storage/storage-notices';
import { ButtonLink } from '@/components/ui/button';
import { Note } from '@/components/ui/note';
import type { DatasourceSummary } from '@/lib/datasource/schema';
import type { StorageNotice } from '@/lib/telemetry/usage/schema';
import type { Overview } from '@/lib/workspace/overview-schema';
import { AttentionPanel } from './attention-panel';
import { ChangesPanel } from './changes-panel';
import { HealthPanel } from './health-panel';
import { OverviewStrip } from './overview-strip';
import { prepareAttention, situationOf } from './prepare-attention';
import { ScenesSection } from './scenes-section';
import { useMetAlerts } from './use-met-alerts';

type Props = {
  overview: Overview;
  storageNotices: readonly StorageNotice[];
  refreshFailed: boolean;
  mayWrite: boolean;
};

export function OverviewBody({ overview, storageNotices, refreshFailed, mayWrite }: Props) {
  const t = useTranslations('overview');
  const { datasources, scenes } = overview;
  const live = useLiveStatuses();
  const statusOf = useCallback((row: DatasourceSummary) => live.get(row.id) ?? row.status, [live]);
  const met = useMetAlerts(overview.watched);
  const attention = useMemo(() => prepareAttention(met, datasources, statusOf), [met, datasources, statusOf]);
  const statuses = datasources.map(statusOf);
  const situation = situationOf(attention, statuses);
  const count = (status: DatasourceSummary['status']) => statuses.filter((one) => one === status).length;
  const sentences = [
    ...(count('error') > 0 ? [t('sentence.refused', { count: count('error') })] : []),
    ...(count('stale') > 0 ? [t('sentence.stopped', { count: count('stale') })] : []),
    ...(situation.kind === 'waiting' ? [t('sentence.waiting')] : []),
    ...(attention.length > 0 && count('live') > 0 ? [t('sentence.rest')] : []),
  ];
  return (
    <Page
      crumbs={[{ label: t('overview') }]}
      title={t(`title.${situation.kind}`, { count: situation.count })}
      description={sentences.join(' ') || t('sentence.normal', { live: count('live') })}
      actions={
        mayWrite && scenes.length > 0 ? (
          <ButtonLink href="/scenes?new" icon={<Plus aria-hidden="true" />}>
            {t('newScene')}
          </ButtonLink>
        ) : null
      }
    >
      <StorageNotices notices={storageNotices} hasLink />
      <OverviewStrip overview={overview} attention={attention} sending={count('live')} />
      {refreshFailed ? (
        <Note tone="look" role="status" className="mb-4">
          {t('refreshFailed')}
        </Note>
      ) : null}
      <Columns
        rail={
          <>
            <HealthPanel overview={overview} statusOf={statusOf} />
            {overview.changes.length > 0 ? <ChangesPanel changes={overview.changes} /> : null}
          </>
        }
      >
        <AttentionPanel attention={attention} />
        <ScenesSection scenes={scenes} attention={attention} mayWrite={mayWrite} />
      </Columns>
    </Page>
  );
}
