import type { Reader } from '@/lib/auth/caller';
import { prisma } from '@/lib/database';
import type { Metric, MetricLatest } from '@/lib/generated/prisma/client';
import { findDatasource } from './find-datasource';
import type { MetricDetail } from './metric-schema';

/** The metrics of a datasource with their latest values, by data key. */
export async function listMetrics(reader: Reader, datasourceId: string): Promise<MetricDetail[]> {
  await findDatasource(reader, datasourceId, 'datasource:read');
  const metrics = await prisma().metric.findMany({
    where: { datasourceId },
    include: { latest: true },
    orderBy: { key: 'asc' },
  });
  return metrics.map(metricDetail);
}

export const metricDetail = (metric: Metric & { latest: MetricLatest | null }): MetricDetail => ({
  id: metric.id,
  key: metric.key,
  kind: metric.kind,
  displayName: metric.displayName,
  unit: metric.unit,
  mismatches: Number(metric.mismatches),
  lastMismatch: metric.lastMismatch,
  firstSeenAt: metric.firstSeenAt.toISOString(),
  latest: metric.latest ? { time: metric.latest.time.toISOString(), value: metric.latest.value } : null,
});
