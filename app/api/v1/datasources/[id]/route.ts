import { deleteDatasource } from '@/lib/datasource/delete-datasource';
import { getDatasource } from '@/lib/datasource/get-datasource';
import { ingestionUrl } from '@/lib/datasource/ingestion-url';
import { datasourceParams } from '@/lib/datasource/params';
import { datasourceDetailSchema, updateDatasourceSchema } from '@/lib/datasource/schema';
import { updateDatasource } from '@/lib/datasource/update-datasource';
import { route } from '@/lib/route';

export const GET = route({
  access: 'datasource:read',
  apiKey: 'read',
  summary: 'Read a datasource',
  params: datasourceParams,
  response: datasourceDetailSchema,
  run: ({ caller, params, request }) =>
    getDatasource(caller, params.id, ingestionUrl(request.headers, params.id)),
});

export const PATCH = route({
  access: 'datasource:write',
  summary: 'Rename a datasource, or set its description or when it counts as stale',
  params: datasourceParams,
  body: updateDatasourceSchema,
  response: datasourceDetailSchema,
  run: async ({ caller, params, body, request }) => {
    await updateDatasource(caller, params.id, body);
    return getDatasource(caller, params.id, ingestionUrl(request.headers, params.id));
  },
});

export const DELETE = route({
  access: 'datasource:delete',
  summary: 'Delete a datasource with its keys, metrics and readings',
  params: datasourceParams,
  run: ({ caller, params }) => deleteDatasource(caller, params.id),
});
