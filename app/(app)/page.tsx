import { getTranslations } from 'next-intl/server';
import { Page } from '@/components/shell/page';
import { getCaller } from '@/lib/auth/get-caller';

export default async function OverviewPage() {
  await getCaller();
  const t = await getTranslations('shell.navigation');
  return (
    <Page crumbs={[{ label: t('overview') }]} title={t('overview')}>
      …
    </Page>
  );
}
