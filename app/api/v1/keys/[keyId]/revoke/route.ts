import { workspaceKeyParams } from '@/lib/api-key/params';
import { revokeKey } from '@/lib/api-key/revoke-key';
import { route } from '@/lib/route';

export const POST = route({
  access: 'key:write',
  summary: 'End a key of the workspace at once',
  params: workspaceKeyParams,
  run: ({ caller, params }) => revokeKey(caller, null, params.keyId),
});
