import { workspaceKeyParams } from '@/lib/api-key/params';
import { regenerateKey } from '@/lib/api-key/regenerate-key';
import { regeneratedKeySchema, regenerateKeySchema } from '@/lib/api-key/schema';
import { route } from '@/lib/route';

export const POST = route({
  access: 'key:write',
  summary:
    'Replace a key of the workspace by one that reaches the same; both work until the grace period ends',
  params: workspaceKeyParams,
  body: regenerateKeySchema,
  response: regeneratedKeySchema,
  status: 201,
  run: ({ caller, params, body }) => regenerateKey(caller, null, params.keyId, body.graceSeconds),
});
