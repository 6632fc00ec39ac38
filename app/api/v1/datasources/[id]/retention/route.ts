import { datasourceParams } from '@/lib/datasource/params';
import { route } from '@/lib/route';
import { saveDatasourceRetention } from '@/lib/telemetry/retention/change-retention';
import { datasourceRetentionSchema } from '@/lib/telemetry/retention/schema';

export const PUT = route({
  access: 'workspace:manage',
  summary: 'Set how long readings and summaries of a datasource are kept',
  params: datasourceParams,
  body: datasourceRetentionSchema,
  run: ({ caller, params, body }) => saveDatasourceRetention(caller, params.id, body),
});
