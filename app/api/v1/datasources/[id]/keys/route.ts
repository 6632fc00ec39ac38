import { createKey } from '@/lib/api-key/create-key';
import { countWiderKeys, listKeys } from '@/lib/api-key/list-keys';
import { apiKeyListSchema, createKeySchema, newApiKeySchema } from '@/lib/api-key/schema';
import { datasourceParams } from '@/lib/datasource/params';
import { route } from '@/lib/route';

export const GET = route({
  access: 'key:read',
  summary: 'List the API keys of a datasource; the keys themselves are not known any more',
  params: datasourceParams,
  response: apiKeyListSchema,
  run: async ({ caller, params }) => ({
    keys: await listKeys(caller, params.id),
    wider: await countWiderKeys(caller, params.id),
  }),
});

export const POST = route({
  access: 'key:write',
  summary: 'Add an API key; the answer holds it, this once',
  params: datasourceParams,
  body: createKeySchema,
  response: newApiKeySchema,
  status: 201,
  run: ({ caller, params, body }) => createKey(caller, params.id, body),
});
