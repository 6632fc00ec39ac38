import { listRefusals } from '@/lib/datasource/list-refusals';
import { datasourceParams } from '@/lib/datasource/params';
import { refusalListSchema } from '@/lib/datasource/refusal-schema';
import { route } from '@/lib/route';

export const GET = route({
  access: 'datasource:read',
  summary: 'List the last refused requests with their reasons',
  params: datasourceParams,
  response: refusalListSchema,
  run: async ({ caller, params }) => ({ refusals: await listRefusals(caller, params.id) }),
});
