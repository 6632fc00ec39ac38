import { regenerateKey } from '@/lib/api-key/regenerate-key';
import { regeneratedKeySchema, regenerateKeySchema } from '@/lib/api-key/schema';
import { keyParams } from '@/lib/datasource/params';
import { route } from '@/lib/route';

export const POST = route({
  access: 'key:write',
  summary: 'Replace a key by a new one; both work until the grace period ends',
  params: keyParams,
  body: regenerateKeySchema,
  response: regeneratedKeySchema,
  status: 201,
  run: ({ caller, params, body }) =>
    regenerateKey(caller, { datasourceId: params.id }, params.keyId, body.graceSeconds),
});
