import { datasourceUsage } from '@/lib/datasource/datasource-usage';
import { datasourceParams } from '@/lib/datasource/params';
import { datasourceUsageSchema } from '@/lib/datasource/schema';
import { route } from '@/lib/route';

export const GET = route({
  access: 'datasource:read',
  summary: 'What would be lost with a datasource, and which assets show it',
  params: datasourceParams,
  response: datasourceUsageSchema,
  run: ({ caller, params }) => datasourceUsage(caller, params.id),
});
