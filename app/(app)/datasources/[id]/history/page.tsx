import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { HistoryPage } from '@/components/history/history-page';
import { chosenMetrics } from '@/components/history/metric-choice';
import { viewFromAddress } from '@/components/history/view-from-address';
import { getCaller } from '@/lib/auth/get-caller';
import { may } from '@/lib/auth/permissions';
import { findDatasource } from '@/lib/datasource/find-datasource';
import { listMetrics } from '@/lib/datasource/list-metrics';
import { orNotFound } from '@/lib/page-data';
import { oldestReading } from '@/lib/telemetry/history/oldest-reading';

type Search = Record<string, string | string[] | undefined>;
type Props = { params: Promise<{ id: string }>; searchParams: Promise<Search> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('history');
  return { title: t('title') };
}

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);

export default async function DatasourceHistoryPage({ params, searchParams }: Props) {
  const [caller, { id }, search] = await Promise.all([getCaller(), params, searchParams]);
  const datasource = await orNotFound(findDatasource(caller, id, 'datasource:read'));
  const [metrics, oldest] = await Promise.all([listMetrics(caller, id), oldestReading(datasource)]);
  const reach = { oldest: oldest ?? Date.now(), now: Date.now() };
  const asked = { range: one(search.range), from: one(search.from), to: one(search.to) };
  return (
    <HistoryPage
      key={id}
      datasource={{ id, name: datasource.name }}
      metrics={metrics}
      chosen={chosenMetrics(metrics, search.m)}
      initial={viewFromAddress(asked, reach)}
      oldest={oldest}
      mayDelete={may(caller.role, 'datasource:delete')}
    />
  );
}
