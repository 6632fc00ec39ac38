import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ListPage } from '@/components/datasource/list/list-page';
import { getCaller } from '@/lib/auth/get-caller';
import { may } from '@/lib/auth/permissions';
import { listDatasources } from '@/lib/datasource/list-datasources';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('datasource');
  return { title: t('title') };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function DatasourcesPage({ searchParams }: Props) {
  const caller = await getCaller();
  const [datasources, search] = await Promise.all([listDatasources(caller), searchParams]);
  return (
    <ListPage
      initial={datasources}
      creating={search.new !== undefined}
      mayWrite={may(caller.role, 'datasource:write')}
      mayReadKeys={may(caller.role, 'key:read')}
    />
  );
}
