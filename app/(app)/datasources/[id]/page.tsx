import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { DetailPage } from '@/components/datasource/detail/detail-page';
import { countWiderKeys, listKeys } from '@/lib/api-key/list-keys';
import { getCaller } from '@/lib/auth/get-caller';
import { may } from '@/lib/auth/permissions';
import { exampleSchema } from '@/lib/datasource/example-schema';
import { findDatasource } from '@/lib/datasource/find-datasource';
import { getDatasource } from '@/lib/datasource/get-datasource';
import { ingestionUrl } from '@/lib/datasource/ingestion-url';
import { listMetrics } from '@/lib/datasource/list-metrics';
import { listRefusals } from '@/lib/datasource/list-refusals';
import { orNotFound } from '@/lib/page-data';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [caller, { id }] = await Promise.all([getCaller(), params]);
  const known = await findDatasource(caller, id, 'datasource:read').catch(() => undefined);
  return known ? { title: known.name } : {};
}

export default async function DatasourcePage({ params }: Props) {
  const [caller, { id }, received] = await Promise.all([getCaller(), params, headers()]);
  const mayReadKeys = may(caller.role, 'key:read');
  const [datasource, metrics, refusals, keys, wider, example] = await orNotFound(
    Promise.all([
      getDatasource(caller, id, ingestionUrl(received, id)),
      listMetrics(caller, id),
      listRefusals(caller, id),
      mayReadKeys ? listKeys(caller, id) : null,
      mayReadKeys ? countWiderKeys(caller, id) : 0,
      exampleSchema(caller, id),
    ]),
  );
  return (
    <DetailPage
      key={id}
      datasource={datasource}
      metrics={metrics}
      refusals={refusals}
      keys={keys && { keys, wider }}
      example={example}
      mayWrite={may(caller.role, 'datasource:write')}
    />
  );
}
