import { metricSchema, updateMetricSchema } from '@/lib/datasource/metric-schema';
import { metricParams } from '@/lib/datasource/params';
import { updateMetric } from '@/lib/datasource/update-metric';
import { route } from '@/lib/route';

export const PATCH = route({
  access: 'datasource:write',
  summary: 'Set the display name or the unit of a metric',
  params: metricParams,
  body: updateMetricSchema,
  response: metricSchema,
  run: ({ caller, params, body }) => updateMetric(caller, params.id, params.metricId, body),
});
