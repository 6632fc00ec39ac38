import { checkRequest } from '@/lib/inspector/check-request';
import { requestParams } from '@/lib/inspector/params';
import { checkedSchema, replaySchema } from '@/lib/inspector/schema';
import { route } from '@/lib/route';

export const POST = route({
  access: 'datasource:read',
  summary: 'Tell what would become of a request, as it was or as it is edited, and how to make it valid',
  params: requestParams,
  body: replaySchema,
  bodyBytesMax: 8_100_000,
  response: checkedSchema,
  run: ({ caller, params, body }) => checkRequest(caller, params.id, params.requestId, body),
});
