import { z } from 'zod';
import { datasourceParams } from '@/lib/datasource/params';
import { listRequests } from '@/lib/inspector/list-requests';
import { requestId, requestListSchema } from '@/lib/inspector/schema';
import { route } from '@/lib/route';

export const GET = route({
  access: 'datasource:read',
  summary: 'List the last requests of senders: the refused ones, and a sample of the accepted ones',
  params: datasourceParams,
  query: z.object({ after: requestId.optional() }),
  response: requestListSchema,
  run: async ({ caller, params, query }) => ({ requests: await listRequests(caller, params.id, query) }),
});
