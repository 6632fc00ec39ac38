import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { OverviewPage } from '@/components/overview/overview-page';
import { getCaller } from '@/lib/auth/get-caller';
import { may } from '@/lib/auth/permissions';
import { storageNotices } from '@/lib/telemetry/usage/read-storage';
import { getOverview } from '@/lib/workspace/get-overview';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('overview'))('overview') };
}

export default async function Overview() {
  const caller = await getCaller();
  const [overview, notices] = await Promise.all([getOverview(caller), storageNotices(caller)]);
  return (
    <OverviewPage
      initial={overview}
      storageNotices={notices}
      mayWrite={may(caller.role, 'datasource:write')}
    />
  );
}
