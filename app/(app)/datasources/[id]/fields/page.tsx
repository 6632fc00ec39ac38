import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { FieldsPage } from '@/components/field-rules/fields-page';
import { getCaller } from '@/lib/auth/get-caller';
import { may } from '@/lib/auth/permissions';
import { getDatasource } from '@/lib/datasource/get-datasource';
import { ingestionUrl } from '@/lib/datasource/ingestion-url';
import { listMetrics } from '@/lib/datasource/list-metrics';
import { getFields } from '@/lib/field-rules/get-fields';
import { orNotFound } from '@/lib/page-data';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('datasource.tabs');
  return { title: t('fields') };
}

export default async function DatasourceFieldsPage({ params }: Props) {
  const [caller, { id }, received] = await Promise.all([getCaller(), params, headers()]);
  const [datasource, fields, metrics] = await orNotFound(
    Promise.all([
      getDatasource(caller, id, ingestionUrl(received, id)),
      getFields(caller, id),
      listMetrics(caller, id),
    ]),
  );
  return (
    <FieldsPage
      key={id}
      datasource={datasource}
      fields={fields}
      metrics={metrics}
      mayWrite={may(caller.role, 'datasource:write')}
    />
  );
}
