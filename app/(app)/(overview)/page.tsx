import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { OverviewPage } from '@/components/overview/overview-page';
import { getCaller } from '@/lib/auth/get-caller';
import { may } from '@/lib/auth/permissions';
import { getOverview } from '@/lib/workspace/get-overview';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('overview'))('overview') };
}

export default async function Overview() {
  const caller = await getCaller();
  return <OverviewPage initial={await getOverview(caller)} mayWrite={may(caller.role, 'datasource:write')} />;
}
