import { extendGrace } from '@/lib/api-key/extend-grace';
import { extendedGraceSchema, extendGraceSchema } from '@/lib/api-key/schema';
import { keyParams } from '@/lib/datasource/params';
import { route } from '@/lib/route';

export const POST = route({
  access: 'key:write',
  summary: 'Let a replaced key work longer',
  params: keyParams,
  body: extendGraceSchema,
  response: extendedGraceSchema,
  run: ({ caller, params, body }) =>
    extendGrace(caller, { datasourceId: params.id }, params.keyId, body.seconds),
});
