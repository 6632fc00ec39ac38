import type { Caller } from '@/lib/auth/caller';
import { prisma } from '@/lib/database';
import { liveBus } from '@/lib/live/bus';
import { problem } from '@/lib/problem';
import { knownMemory } from '@/lib/telemetry/datasource-memory';
import { announceDatasource } from '@/lib/telemetry/peers';
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
  tellLive(datasourceId, metric.key, metric);
  return metricDetail(metric);
}

/** Open pages show the new name and unit at once. */
function tellLive(
  datasourceId: string,
  key: string,
  names: Pick<MetricDetail, 'displayName' | 'unit'>,
): void {
  announceDatasource(datasourceId);
  const known = knownMemory(datasourceId)?.metrics.get(key);
  if (!known) return;
  known.info = { ...known.info, displayName: names.displayName, unit: names.unit };
  liveBus().publish({ datasourceId, metrics: [known.info] });
}
