import type { Caller } from '@/lib/auth/caller';
import { prisma } from '@/lib/database';
import type { MetricKind } from '@/lib/live/protocol';
import { documentedSample, exampleFromMetrics, exampleFromWidgets } from './example/build-example';
import type { ExampleSchema } from './example/schema';
import { findDatasource } from './find-datasource';
import { findLinkedWidgets } from './find-linked-widgets';

/** A body of more keys than this helps nobody as an example. */
const METRICS_SHOWN_MAX = 40;

/**
 * The documented *Example Schema*: a body for the widgets that show this datasource. While there are none,
 * what arrived last; before that, the documented sample.
 */
export async function exampleSchema(caller: Caller, datasourceId: string): Promise<ExampleSchema> {
  await findDatasource(caller, datasourceId, 'datasource:read');
  const [linked, metrics] = await Promise.all([
    findLinkedWidgets(caller.workspaceId, datasourceId),
    prisma().metric.findMany({
      where: { datasourceId },
      include: { latest: true },
      orderBy: { key: 'asc' },
    }),
  ]);
  const kinds = new Map<string, MetricKind>(metrics.map((metric) => [metric.key, metric.kind]));
  const widgets = linked.flatMap((asset) => asset.widgets);
  const { body, conflicts } = exampleFromWidgets(widgets, kinds);
  if (Object.keys(body).length > 0) {
    const assets = linked.map(({ id, name }) => ({ id, name }));
    return { from: 'widgets', body, widgets: widgets.length, assets, conflicts };
  }
  const arrived = metrics.flatMap(({ key, kind, latest }) =>
    latest ? [{ key, kind, value: latest.value }] : [],
  );
  const nothing = { widgets: 0, assets: [], conflicts: [] };
  if (arrived.length > 0)
    return { from: 'metrics', body: exampleFromMetrics(arrived.slice(0, METRICS_SHOWN_MAX)), ...nothing };
  return { from: 'sample', body: documentedSample(), ...nothing };
}
