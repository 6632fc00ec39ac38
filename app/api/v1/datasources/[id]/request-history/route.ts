import { z } from 'zod';
import { datasourceParams } from '@/lib/datasource/params';
import { requestHistory } from '@/lib/inspector/request-history';
import { HISTORY_SPANS, requestHistorySchema } from '@/lib/inspector/schema';
import { route } from '@/lib/route';

export const GET = route({
  access: 'datasource:read',
  summary: 'Count messages, readings and refusals over the last hour, day or week',
  params: datasourceParams,
  query: z.object({ span: z.enum(HISTORY_SPANS).default('hour') }),
  response: requestHistorySchema,
  run: ({ caller, params, query }) => requestHistory(caller, params.id, query.span),
});
