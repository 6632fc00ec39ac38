import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { DetailPage } from '@/components/datasource/detail/detail-page';
import { getCaller } from '@/lib/auth/get-caller';
import { may } from '@/lib/auth/permissions';
import { exampleSchema } from '@/lib/datasource/example-schema';
import { getDatasource } from '@/lib/datasource/get-datasource';
import { ingestionUrl } from '@/lib/datasource/ingestion-url';
import { listKeys } from '@/lib/datasource/list-keys';
import { listMetrics } from '@/lib/datasource/list-metrics';
import { listRefusals } from '@/lib/datasource/list-refusals';
import { Problem } from '@/lib/problem';

type Props = { params: Promise<{ id: string }> };

const load = async ({ params }: Props) => {
  const [caller, { id }, received] = await Promise.all([getCaller(), params, headers()]);
  const datasource = await getDatasource(caller, id, ingestionUrl(received, id)).catch((error: unknown) => {
    if (error instanceof Problem && error.code === 'not_found') notFound();
    throw error;
  });
  return { caller, datasource };
};

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { datasource } = await load(props);
  return { title: datasource.name };
}

export default async function DatasourcePage(props: Props) {
  const { caller, datasource } = await load(props);
  const { id } = datasource;
  const [metrics, refusals, keys, example] = await Promise.all([
    listMetrics(caller, id),
    listRefusals(caller, id),
    may(caller.role, 'key:read') ? listKeys(caller, id) : null,
    exampleSchema(caller, id),
  ]);
  return (
    <DetailPage
      key={id}
      datasource={datasource}
      metrics={metrics}
      refusals={refusals}
      keys={keys}
      example={example}
      mayWrite={may(caller.role, 'datasource:write')}
    />
  );
}
