import { extendGrace } from '@/lib/api-key/extend-grace';
import { workspaceKeyParams } from '@/lib/api-key/params';
import { extendedGraceSchema, extendGraceSchema } from '@/lib/api-key/schema';
import { route } from '@/lib/route';

export const POST = route({
  access: 'key:write',
  summary: 'Let a replaced key of the workspace work longer',
  params: workspaceKeyParams,
  body: extendGraceSchema,
  response: extendedGraceSchema,
  run: ({ caller, params, body }) => extendGrace(caller, null, params.keyId, body.seconds),
});
