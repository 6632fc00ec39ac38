import type { Caller } from '@/lib/auth/caller';
import { prisma } from '@/lib/database';
import { problem } from '@/lib/problem';
import { findDatasource } from './find-datasource';
import { metricDetail } from './list-metrics';
import type { MetricDetail, UpdateMetric } from './metric-schema';

/** Gives a metric a display name or a unit, or takes it away (null). Its data key stays what is sent. */
export async function updateMetric(
  caller: Caller,
  datasourceId: string,
  metricId: number,
  change: UpdateMetric,
): Promise<MetricDetail> {
  await findDatasource(caller, datasourceId, 'datasource:write');
  const { count } = await prisma().metric.updateMany({ where: { id: metricId, datasourceId }, data: change });
  const metric = await prisma().metric.findUnique({ where: { id: metricId }, include: { latest: true } });
  if (count === 0 || !metric) throw problem('not_found', { detail: 'There is no such metric.' });
  return metricDetail(metric);
}
