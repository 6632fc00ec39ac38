import { createWorkspaceKey } from '@/lib/api-key/create-key';
import { listWorkspaceKeys } from '@/lib/api-key/list-keys';
import { createWorkspaceKeySchema, newApiKeySchema, workspaceKeyListSchema } from '@/lib/api-key/schema';
import { route } from '@/lib/route';

export const GET = route({
  access: 'key:read',
  summary: 'List the API keys of the workspace; those of single datasources are at their datasources',
  response: workspaceKeyListSchema,
  run: async ({ caller }) => ({ keys: await listWorkspaceKeys(caller) }),
});

export const POST = route({
  access: 'key:write',
  summary: 'Add an API key for the workspace or several datasources; the answer holds it, this once',
  body: createWorkspaceKeySchema,
  response: newApiKeySchema,
  status: 201,
  run: ({ caller, body }) => createWorkspaceKey(caller, body),
});
