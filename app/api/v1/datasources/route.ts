import { createDatasource } from '@/lib/datasource/create-datasource';
import { ingestionUrl } from '@/lib/datasource/ingestion-url';
import { listDatasources } from '@/lib/datasource/list-datasources';
import {
  type CreatedDatasource,
  createDatasourceSchema,
  createdDatasourceSchema,
  datasourceListSchema,
} from '@/lib/datasource/schema';
import { route } from '@/lib/route';

export const GET = route({
  access: 'datasource:read',
  apiKey: 'read',
  summary: 'List datasources with status, last reading and readings per minute',
  response: datasourceListSchema,
  run: async ({ caller }) => ({ datasources: await listDatasources(caller) }),
});

export const POST = route({
  access: 'datasource:write',
  summary: 'Create a datasource; the answer holds its API key, this once',
  body: createDatasourceSchema,
  response: createdDatasourceSchema,
  status: 201,
  run: async ({ caller, body, request }): Promise<CreatedDatasource> => {
    const { datasource, apiKey } = await createDatasource(caller, body);
    const { id, type, name, description, createdAt } = datasource;
    return {
      id,
      type,
      name,
      description,
      createdAt: createdAt.toISOString(),
      ingestionUrl: ingestionUrl(request.headers, id),
      apiKey,
    };
  },
});
