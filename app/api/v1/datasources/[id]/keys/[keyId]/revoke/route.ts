import { revokeKey } from '@/lib/api-key/revoke-key';
import { keyParams } from '@/lib/datasource/params';
import { route } from '@/lib/route';

export const POST = route({
  access: 'key:write',
  summary: 'End a key at once',
  params: keyParams,
  run: ({ caller, params }) => revokeKey(caller, { datasourceId: params.id }, params.keyId),
});
