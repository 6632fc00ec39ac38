'use client';

import { LiveProvider } from '@/components/live/live-provider';
import type { StorageNotice } from '@/lib/telemetry/usage/schema';
import type { Overview } from '@/lib/workspace/overview-schema';
import { OverviewBody } from './overview-body';
import { OverviewEmpty } from './overview-empty';
import { useOverview } from './use-overview';

type Props = { initial: Overview; storageNotices: readonly StorageNotice[]; mayWrite: boolean };

/** The first page: what needs attention, then what changed, then everything. */
export function OverviewPage({ initial, storageNotices, mayWrite }: Props) {
  const { overview, refreshFailed } = useOverview(initial);
  if (overview.datasources.length === 0 && overview.scenes.length === 0) {
    return <OverviewEmpty mayWrite={mayWrite} hasAssets={overview.assets > 0} />;
  }
  return (
    <LiveProvider datasourceIds={overview.datasources.map(({ id }) => id)}>
      <OverviewBody
        overview={overview}
        storageNotices={storageNotices}
        refreshFailed={refreshFailed}
        mayWrite={mayWrite}
      />
    </LiveProvider>
  );
}
