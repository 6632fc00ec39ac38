import { datasourceParams } from '@/lib/datasource/params';
import { route } from '@/lib/route';
import { previewDatasourceRetention } from '@/lib/telemetry/retention/change-retention';
import { datasourceRetentionSchema, retentionLossSchema } from '@/lib/telemetry/retention/schema';

export const POST = route({
  access: 'workspace:manage',
  summary: 'Tell what a change of what a datasource keeps would drop, without changing anything',
  params: datasourceParams,
  body: datasourceRetentionSchema,
  response: retentionLossSchema,
  run: ({ caller, params, body }) => previewDatasourceRetention(caller, params.id, body),
});
