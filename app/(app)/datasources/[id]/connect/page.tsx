import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { ConnectPage } from '@/components/datasource/connect/connect-page';
import { listKeys } from '@/lib/api-key/list-keys';
import { getCaller } from '@/lib/auth/get-caller';
import { may } from '@/lib/auth/permissions';
import { getDatasource } from '@/lib/datasource/get-datasource';
import { ingestionUrl } from '@/lib/datasource/ingestion-url';

import { orNotFound } from '@/lib/page-data';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('datasource.connect');
  return { title: t('crumb') };
}

export default async function ConnectDatasourcePage({ params }: Props) {
  const [caller, { id }, received] = await Promise.all([getCaller(), params, headers()]);
  const [datasource, keys] = await orNotFound(
    Promise.all([
      getDatasource(caller, id, ingestionUrl(received, id)),
      may(caller.role, 'key:read') ? listKeys(caller, id) : [],
    ]),
  );
  return (
    <ConnectPage
      key={id}
      datasource={datasource}
      currentKey={keys.find((key) => key.state === 'active') ?? null}
      mayWrite={may(caller.role, 'datasource:write')}
      mayWriteKeys={may(caller.role, 'key:write')}
      openedAt={Date.now()}
    />
  );
}
