import { exampleSchemaSchema } from '@/lib/datasource/example/schema';
import { exampleSchema } from '@/lib/datasource/example-schema';
import { datasourceParams } from '@/lib/datasource/params';
import { route } from '@/lib/route';

export const GET = route({
  access: 'datasource:read',
  summary: 'A body that serves the widgets which show this datasource',
  params: datasourceParams,
  response: exampleSchemaSchema,
  run: ({ caller, params }) => exampleSchema(caller, params.id),
});
