import { listMetrics } from '@/lib/datasource/list-metrics';
import { metricListSchema } from '@/lib/datasource/metric-schema';
import { datasourceParams } from '@/lib/datasource/params';
import { route } from '@/lib/route';

export const GET = route({
  access: 'datasource:read',
  apiKey: 'read',
  summary: 'List the metrics of a datasource with their latest values',
  params: datasourceParams,
  response: metricListSchema,
  run: async ({ caller, params }) => ({ metrics: await listMetrics(caller, params.id) }),
});
