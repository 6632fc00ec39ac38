import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { InspectorPage } from '@/components/inspector/inspector-page';
import { getCaller } from '@/lib/auth/get-caller';
import { may } from '@/lib/auth/permissions';
import { getDatasource } from '@/lib/datasource/get-datasource';
import { ingestionUrl } from '@/lib/datasource/ingestion-url';
import { listRequests } from '@/lib/inspector/list-requests';
import { requestHistory } from '@/lib/inspector/request-history';
import { requestId } from '@/lib/inspector/schema';
import { orNotFound } from '@/lib/page-data';

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ request?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('datasource.tabs');
  return { title: t('inspector') };
}

export default async function DatasourceInspectorPage({ params, searchParams }: Props) {
  const [caller, { id }, query, received] = await Promise.all([getCaller(), params, searchParams, headers()]);
  const [datasource, requests, history] = await orNotFound(
    Promise.all([
      getDatasource(caller, id, ingestionUrl(received, id)),
      listRequests(caller, id),
      requestHistory(caller, id, 'hour'),
    ]),
  );
  const opened = requestId.safeParse(query.request);
  return (
    <InspectorPage
      key={id}
      datasource={datasource}
      requests={requests}
      history={history}
      openedId={opened.success ? opened.data : null}
      mayWrite={may(caller.role, 'datasource:write')}
    />
  );
}
