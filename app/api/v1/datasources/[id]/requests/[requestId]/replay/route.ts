import { requestParams } from '@/lib/inspector/params';
import { replayRequest } from '@/lib/inspector/replay-request';
import { replayedSchema, replaySchema } from '@/lib/inspector/schema';
import { route } from '@/lib/route';

export const POST = route({
  access: 'datasource:write',
  summary: 'Send a request again as a member, as it was or corrected; it is stored like any other',
  params: requestParams,
  body: replaySchema,
  bodyBytesMax: 8_100_000,
  response: replayedSchema,
  run: ({ caller, params, body }) => replayRequest(caller, params.id, params.requestId, body),
});
