import { getRequest } from '@/lib/inspector/get-request';
import { requestParams } from '@/lib/inspector/params';
import { requestDetailSchema } from '@/lib/inspector/schema';
import { route } from '@/lib/route';

export const GET = route({
  access: 'datasource:read',
  summary: 'Read one request with its headers, body, answer and what was read out of it',
  params: requestParams,
  response: requestDetailSchema,
  run: ({ caller, params }) => getRequest(caller, params.id, params.requestId),
});
